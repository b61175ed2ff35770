import {readFile} from 'node:fs/promises';
import type {Plugin} from 'vite';
import {SHARE_FIELD, SHARE_PATH} from './src/offline/shared-files.ts';

const ICON = new URL('src/ui/icon.svg', import.meta.url);
const GROUND = '#1b191e';

/** A mask takes up to a fifth of an icon's width away on each side; what counts lies within. */
const SAFE = 0.8;

/** Icons that systems ask for, in pixels; `maskable` ones are cut to a shape of the system's. */
const ICONS = [
  {name: 'icon-192.png', side: 192, purpose: 'any'},
  {name: 'icon-512.png', side: 512, purpose: 'any'},
  {name: 'icon-maskable-512.png', side: 512, purpose: 'maskable'},
] as const;

const TOUCH_ICON = {name: 'icon-touch-180.png', side: 180, purpose: 'maskable'} as const;

/** What can be opened with the installed page: types, and the endings of their names. */
const FILES = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
  'image/gif': ['.gif'],
  'image/svg+xml': ['.svg'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/webm': ['.webm'],
  'video/quicktime': ['.mov'],
  'application/json': ['.json'],
  'application/x-pastiche': ['.pastiche'],
};

/** What can be shared with it; of a picture that few browsers show, the page says what to do. */
const SHARED = ['image/*', 'video/*', 'application/json', '.json', '.pastiche'];

/** What the page is called and how it opens once it is installed. */
const MANIFEST = {
  id: './',
  name: 'Pastiche',
  short_name: 'Pastiche',
  description:
    'Repaints your webcam in the style of any picture, live. Nothing leaves your machine.',
  start_url: './',
  scope: './',
  display: 'standalone',
  orientation: 'any',
  background_color: '#131216',
  theme_color: '#131216',
  categories: ['photo', 'entertainment', 'utilities'],
  // One window paints. What is shared comes by a form, which a window that is only focused would not get.
  launch_handler: {client_mode: ['navigate-existing', 'auto']},
  share_target: {
    action: `./${SHARE_PATH}`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {files: [{name: SHARE_FIELD, accept: SHARED}]},
  },
  file_handlers: [{action: './', accept: FILES}],
  icons: ICONS.map(({name, side, purpose}) => ({
    src: name,
    sizes: `${side}x${side}`,
    type: 'image/png',
    purpose,
  })),
};

/** Lets the built page be installed: its manifest, and icons drawn from the page's own. */
export function siteManifest(): Plugin {
  return {
    name: 'pastiche:site-manifest',
    apply: 'build',
    async generateBundle() {
      for (const icon of [...ICONS, TOUCH_ICON]) {
        this.emitFile({type: 'asset', fileName: icon.name, source: await drawIcon(icon)});
      }
      const source = `${JSON.stringify(MANIFEST, null, 2)}\n`;
      this.emitFile({type: 'asset', fileName: 'manifest.webmanifest', source});
    },
    transformIndexHtml: () => [
      {tag: 'link', attrs: {rel: 'manifest', href: './manifest.webmanifest'}, injectTo: 'head'},
      {
        tag: 'link',
        attrs: {rel: 'apple-touch-icon', href: `./${TOUCH_ICON.name}`},
        injectTo: 'head',
      },
    ],
  };
}

async function drawIcon({side, purpose}: {side: number; purpose: 'any' | 'maskable'}) {
  const {createCanvas, loadImage} = await import('@napi-rs/canvas');
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  const scale = purpose === 'maskable' ? SAFE : 1;
  if (purpose === 'maskable') {
    context.fillStyle = GROUND;
    context.fillRect(0, 0, side, side);
  }
  const inner = Math.round(side * scale);
  // A drawing without a size of its own is drawn small, and would be enlarged.
  const drawing = (await readFile(ICON, 'utf8')).replace(
    '<svg ',
    `<svg width="${inner}" height="${inner}" `,
  );
  const icon = await loadImage(Buffer.from(drawing));
  const inset = Math.round((side - inner) / 2);
  context.drawImage(icon, inset, inset, inner, inner);
  return canvas.encode('png');
}
