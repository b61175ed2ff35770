import {fileURLToPath} from 'node:url';
import {playwright} from '@vitest/browser-playwright';
import {defineConfig} from 'vitest/config';
import {selfieFiles} from './models/selfie/selfie-plugin.ts';
import {siteHeaders} from './site-headers.ts';
import {siteManifest} from './site-manifest.ts';
import {siteOffline} from './site-offline.ts';
import {galleryThumbnails} from './styles-gallery/thumbnails-plugin.ts';
import {provisionBrowser} from './tests/browser/provision-browser.ts';
import {TEST_ARGUMENTS} from './tests/browser/test-arguments.ts';

const GPU_TESTS = 'tests/gpu/**/*.browser.test.ts';
const ELEMENT_TESTS = 'tests/ui/**/*.browser.test.ts';

/** Its own entry registers what nobody uses here. */
const TENSORFLOW_CORE = {
  find: /^@tensorflow.tfjs-core$/,
  replacement: fileURLToPath(new URL('src/gpu/tensorflow/tensorflow-core.ts', import.meta.url)),
};

export default defineConfig(async ({command}) => ({
  base: './',
  plugins: [siteHeaders(), siteManifest(), selfieFiles(), galleryThumbnails(), siteOffline()],
  resolve: {alias: command === 'build' ? [TENSORFLOW_CORE] : []},
  build: {
    target: 'es2022',
    // Pictures and weights stay files of their own: they are cached apart and keep the page small.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Browsers without it fetch a chunk when it is asked for.
    modulePreload: {polyfill: false},
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What comes later takes what it shares with the page from there: nothing before the
            // first paint is split up for it.
            {name: 'page', tags: ['$initial' as const]},
          ],
        },
      },
    },
  },
  // Found late, they would make Vite reload the page in the middle of a browser test.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-cpu/dist/{base,kernels/*}.js',
      '@tensorflow/tfjs-backend-webgl/dist/{base,kernels/*}.js',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/gradients/*_grad.js',
      'axe-core',
      'fflate',
      'gifenc',
      'idb',
      'lit',
      'lit/decorators.js',
      'lit/directives/repeat.js',
      'lit/directive.js',
      'mediabunny',
    ],
  },
  preview: {open: hasDesktop()},
  test: {
    reporters: ['default', './tests/closing-line-reporter.ts'],
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/add-words.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
          testTimeout: 60_000,
        },
      },
      // Browsers of their own, so that two cores compile for two GPUs that they play.
      inBrowser('gpu', {include: [GPU_TESTS]}),
      inBrowser('browser', {
        include: ['tests/**/*.browser.test.ts'],
        exclude: [GPU_TESTS, ELEMENT_TESTS],
      }),
      // Elements leave nothing behind, so all can be tried in one page. It wants less motion: what
      // still fades in when it is judged has another contrast than where it comes to rest.
      inBrowser('elements', {
        include: [ELEMENT_TESTS],
        isolate: false,
        contextOptions: {reducedMotion: 'reduce'},
      }),
      {
        extends: true as const,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/serve-built-site.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each worker has a browser of its own, and two cores are what one may count on.
          maxWorkers: 2,
          isolate: false,
          // After the others: side by side they would only slow each other down.
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
}));

/** A project of tests that run in Chromium. */
function inBrowser(
  name: string,
  {
    contextOptions = {},
    ...files
  }: {
    include: string[];
    exclude?: string[];
    isolate?: boolean;
    contextOptions?: {reducedMotion?: 'reduce'};
  },
) {
  return {
    extends: true as const,
    // Each has a server of its own, and they start at the same time.
    cacheDir: `node_modules/.vite/${name}`,
    test: {
      name,
      setupFiles: ['tests/add-words.ts'],
      testTimeout: 60_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          contextOptions,
          launchOptions: {
            // Only a test run needs a browser; a build must work without one.
            ...(process.env['VITEST'] ? {executablePath: provisionBrowser()} : {}),
            args: [
              ...TEST_ARGUMENTS,
              '--use-fake-ui-for-media-stream',
              '--use-fake-device-for-media-stream',
              '--autoplay-policy=no-user-gesture-required',
            ],
          },
        }),
        instances: [{browser: 'chromium' as const}],
      },
      ...files,
    },
  };
}

/** True where a browser window can be opened; CI and servers have none. */
function hasDesktop(): boolean {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
