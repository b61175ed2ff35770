import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright';
import {afterEach, beforeAll, expect, inject} from 'vitest';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {TEST_ARGUMENTS} from '../browser/test-arguments.ts';
import {beenThere, TOY_STROKE} from './earlier-visit.ts';
import {fakeCameraClip} from './fake-camera-clip.ts';
import {spyOnGraphics} from './graphics-spy.ts';
import {serveStyles} from './serve-styles.ts';
import {slowFrames} from './slow-frames.ts';
import {serveToyNetwork} from './toy-network.ts';

/**
 * A host name for the site by which its origin is not secure: browsers take it for another machine's.
 */
export const ELSEWHERE = '192.0.2.1';

/** How the site is opened. */
export type OpenOptions = {
  /**
   * What paints; a toy in place of every network is the default, because it is much faster. Then
   * the page does not look for the network that fits the machine, unless the query names one.
   */
  network?: 'toy' | 'real';
  /** How many styles of the gallery can be painted with; 1 by default. */
  styles?: number;
  /** True for a browser that was never there before; else it knows its GPU and the first style. */
  firstVisit?: boolean;
  /** True for a page that paints as often as it can; else it is kept from that. */
  fullRate?: boolean;
  /** True for a browser with the site's service worker, whose requests no route of `prepare` sees. */
  serviceWorker?: boolean;
  /** Of the fresh context the page gets; unless told otherwise it may use the camera. */
  context?: BrowserContextOptions;
  /** Runs before the page's first script, for routes and init scripts. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Where the site is; the built site by default. */
  url?: string;
  /** The origins besides the site's own that it may ask for something. */
  elsewhere?: string[];
  /** False if the page is not expected to paint, so that its first frame is not waited for. */
  paints?: boolean;
};

/** Opens the built site with a query such as `?size=48` in a fresh context. */
export type OpenSite = (query: string, options?: OpenOptions) => Promise<Page>;

/**
 * Gives the tests of a file a browser with a fake camera. After each test its pages are closed,
 * and the test fails if one of them broke the Content-Security-Policy, asked another site for
 * something, threw an error that nobody caught, or opened an alert.
 */
export function useSite(): OpenSite {
  let browser: Browser;
  let pages: Page[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await (running ??= startBrowser());
  });
  afterEach(async () => {
    const found = faults;
    const opened = pages;
    faults = [];
    pages = [];
    for (const page of opened) await page.context().close();
    expect(found).toEqual([]);
  });
  return async (query, options = {}) => {
    const context = await browser.newContext({
      viewport: {width: 800, height: 600},
      permissions: ['camera'],
      serviceWorkers: options.serviceWorker ? 'allow' : 'block',
      ...options.context,
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    pages.push(page);
    const {elsewhere = [], url = inject('siteUrl')} = options;
    watchForFaults(page, [new URL(url).origin, ...elsewhere], (fault) => faults.push(fault));
    await visit(page, query, options);
    return page;
  };
}

/** Opens the built site in a fresh page, as `useSite` does. */
export async function visit(page: Page, query: string, options: OpenOptions = {}): Promise<void> {
  const {network = 'toy', styles = 1, paints = true, url = inject('siteUrl')} = options;
  const {firstVisit = network === 'real', fullRate = network === 'real'} = options;
  await page.addInitScript(reportViolations);
  if (!firstVisit) await beenThere(page, inject('kept'));
  await spyOnGraphics(page);
  if (!fullRate) await slowFrames(page);
  if (network === 'toy') await serveToyNetwork(page);
  await serveStyles(page, styles);
  await options.prepare?.(page);
  await page.goto(url + query + (network === 'toy' ? toyChoice(query) : ''));
  if (paints) await page.evaluate(() => window.pastiche.ready);
}

/** What a page that paints with a toy is asked for besides. */
function toyChoice(query: string): string {
  return (query.includes('model=') ? '' : '&model=swift') + TOY_STROKE;
}

/** The browser that runs: all files of a worker share it, and it ends with the worker. */
let running: Promise<Browser> | undefined;

function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: provisionBrowser(),
    args: [...TEST_ARGUMENTS, ...fakeCamera(), `--host-resolver-rules=MAP ${ELSEWHERE} localhost`],
  });
}

/** What gives a browser a camera, which sees a clip that is made once. */
function fakeCamera(): string[] {
  const clip = writeClip();
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${clip}`];
}

function writeClip(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pastiche-'));
  process.once('exit', () => {
    rmSync(folder, {recursive: true, force: true});
  });
  const file = join(folder, 'camera.y4m');
  writeFileSync(file, fakeCameraClip());
  return file;
}

const VIOLATION = 'Content-Security-Policy broken:';

function watchForFaults(page: Page, origins: string[], report: (fault: string) => void) {
  page.on('request', (request) => {
    const {protocol, origin} = new URL(request.url());
    const goesOut = protocol.startsWith('http') || protocol.startsWith('ws');
    if (goesOut && !origins.includes(origin)) report(`Asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.text().startsWith(VIOLATION)) report(message.text());
  });
  page.on('pageerror', (error) => {
    report(`Not caught: ${error.stack ?? error.message}`);
  });
  page.on('dialog', (dialog) => {
    report(`Opened an ${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Runs in the page, so it brings its own words. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
    console.error(`Content-Security-Policy broken: ${violatedDirective} by ${blockedURI}`);
  });
}
