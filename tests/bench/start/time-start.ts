import {chromium} from 'playwright';

/** How long the page may take, in milliseconds: software rendering is slow. */
const PATIENCE_MS = 180_000;

/** Storage is written a while after it is told to, in milliseconds. */
const SETTLE_MS = 1000;

/**
 * Opens a site in a browser of its own and closes it again.
 *
 * @param profile a folder that the browser keeps what it stores in
 * @returns milliseconds from asking for the page until its first painted frame
 */
export async function timeStart(
  url: string,
  profile: string,
  {program, args}: {program: string; args: string[]},
): Promise<number> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    args,
    viewport: {width: 800, height: 600},
  });
  try {
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(url);
    const ms = await page.evaluate(async () => {
      await window.pastiche.ready;
      return performance.now();
    });
    await page.waitForTimeout(SETTLE_MS);
    return ms;
  } finally {
    await context.close();
  }
}
