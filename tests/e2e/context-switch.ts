import type {Page} from 'playwright';

/** Takes the GL context of the visible canvas away and gives it back, as a driver may do. */
export type ContextSwitch = {lose(): Promise<void>; restore(): Promise<void>};

/** Makes such a switch for a page that paints. */
export async function contextSwitch(page: Page): Promise<ContextSwitch> {
  const extension = await page.evaluateHandle(() => {
    const gl = document.querySelector('pastiche-app')?.canvas.getContext('webgl2');
    const found = gl?.getExtension('WEBGL_lose_context');
    if (!found) throw new Error('Expected WEBGL_lose_context, but the browser has none.');
    return found;
  });
  return {
    lose: () => extension.evaluate((it) => it.loseContext()),
    restore: () => extension.evaluate((it) => it.restoreContext()),
  };
}
