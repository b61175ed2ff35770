import {expect, it} from 'vitest';
import {useSite} from './use-site.ts';

const open = useSite();

it('can be installed: its manifest names icons that are what it says', async () => {
  const page = await open('?size=48');
  const found = await page.evaluate(async () => {
    const url = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!.href;
    const manifest = (await (await fetch(url)).json()) as {
      name: string;
      display: string;
      start_url: string;
      icons: {src: string; sizes: string; purpose: string}[];
    };
    const sizes = manifest.icons.map(async ({src}) => {
      const icon = await createImageBitmap(await (await fetch(new URL(src, url))).blob());
      return `${icon.width}x${icon.height}`;
    });
    const start = new URL(manifest.start_url, url).pathname;
    return {manifest, sizes: await Promise.all(sizes), start, path: location.pathname};
  });

  expect(found.manifest).toMatchObject({name: 'Pastiche', display: 'standalone'});
  expect(found.start).toBe(found.path);
  expect(found.sizes).toEqual(found.manifest.icons.map(({sizes}) => sizes));
  expect(found.manifest.icons.map(({purpose}) => purpose)).toContain('maskable');
});

it('takes what the system shares and opens, within itself', async () => {
  const page = await open('?size=48');
  const {share, opened, here} = await page.evaluate(async () => {
    const url = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!.href;
    const manifest = (await (await fetch(url)).json()) as {
      share_target: {action: string; method: string; enctype: string};
      file_handlers: {action: string; accept: Record<string, string[]>}[];
    };
    const {share_target: target, file_handlers: handlers} = manifest;
    return {
      share: {...target, action: new URL(target.action, url).href},
      opened: handlers.map(({action, accept}) => [new URL(action, url).href, Object.keys(accept)]),
      here: new URL('.', location.href).href,
    };
  });

  expect(share).toMatchObject({
    action: `${here}share`,
    method: 'POST',
    enctype: 'multipart/form-data',
  });
  const types = expect.arrayContaining(['image/jpeg', 'video/mp4', 'application/json']) as unknown;
  expect(opened).toEqual([[here, types]]);
});

it('has an icon for the home screens of phones', async () => {
  const page = await open('?size=48');
  const side = await page.evaluate(async () => {
    const {href} = document.querySelector<HTMLLinkElement>('link[rel=apple-touch-icon]')!;
    return (await createImageBitmap(await (await fetch(href)).blob())).width;
  });

  expect(side).toBe(180);
});
