import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type BrowserContext, chromium} from 'playwright';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {TEST_ARGUMENTS} from '../browser/test-arguments.ts';

/** A browser that finds, when it is started again, what its pages have left. */
export type LastingBrowser = {
  start(): Promise<BrowserContext>;
  /** Ends its processes as an empty battery does: none of them has a say. */
  kill(): Promise<void>;
  /** Ends it and removes what was left; may be called twice. */
  dispose(): Promise<void>;
};

/** Gives a browser that was never started before. */
export function lastingBrowser(): LastingBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'pastiche-'));
  let context: BrowserContext | undefined;
  return {
    async start() {
      context = await chromium.launchPersistentContext(folder, {
        executablePath: provisionBrowser(),
        args: TEST_ARGUMENTS,
        viewport: {width: 800, height: 600},
        // What the tests serve goes to the page, not to one of these.
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(60_000);
      return context;
    },
    async kill() {
      const browser = context?.browser();
      if (!context || !browser) throw new Error('Expected a browser that runs.');
      const closed = new Promise((resolve) => context?.once('close', resolve));
      const session = await browser.newBrowserCDPSession();
      const {processInfo} = await session.send('SystemInfo.getProcessInfo');
      for (const {id} of processInfo) killIfAlive(id);
      await closed;
    },
    async dispose() {
      await context?.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Processes of a browser end by themselves as soon as the first of them is gone. */
function killIfAlive(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
