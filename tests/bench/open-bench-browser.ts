import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright';
import {build, preview} from 'vite';
import {provisionBrowser} from '../browser/provision-browser.ts';
import type {Measurement, Task} from './measure.ts';
import type {NetworkChoice} from './open-network.ts';

/** Which browser to open: its program, its extra arguments, and whether in a window. */
export type BrowserChoice = {program?: string; args: string[]; headed: boolean};

/** A browser for the bench page. */
export type BenchBrowser = {
  /** The browser's version. */
  version: string;
  /** Measures in a fresh page. */
  measure(network: NetworkChoice, task: Task): Promise<Measurement>;
  /** Closes the browser and removes the page; may be called twice. */
  close(): Promise<void>;
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = 'tests/bench/bench.html';

/** With these a page's clock is right to five microseconds instead of a hundred. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Builds the page as the app is built, serves it and opens the browser. */
export async function openBenchBrowser(choice: BrowserChoice): Promise<BenchBrowser> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'pastiche-bench-'));
    closers.push(() => rm(folder, {recursive: true}));

    const site = {root: ROOT, logLevel: 'warn'} as const;
    const output = {outDir: folder, emptyOutDir: false};
    await build({...site, build: {...output, rolldownOptions: {input: join(ROOT, PAGE)}}});
    const served = {port: 0, open: false, headers: ISOLATION};
    const server = await preview({...site, build: output, preview: served});
    closers.push(() => server.close());

    const browser = await chromium.launch({
      executablePath: choice.program ?? provisionBrowser(),
      args: choice.args,
      headless: !choice.headed,
    });
    closers.push(() => browser.close());

    return {
      version: browser.version(),
      async measure(network, task) {
        const page = await browser.newPage();
        await page.goto(new URL(PAGE, server.resolvedUrls?.local[0]).href);
        const measuring = page.evaluate(([network, task]) => window.measureNetwork(network, task), [
          network,
          task,
        ] as const);
        return measuring.finally(() => page.close());
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
