import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {preview} from 'vite';
import {provisionBrowser} from '../../browser/provision-browser.ts';
import {compare, summarize, type Summary} from '../summarize.ts';
import {readStartOptions, START_USAGE, type StartOptions} from './read-start-options.ts';
import {timeStart} from './time-start.ts';

/** A site that is served, and how long its starts took, in milliseconds. */
type Site = {url: string; cold: number[]; warm: number[]; close(): Promise<void>};

try {
  await run(readStartOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${START_USAGE}`);
  process.exitCode = 1;
}

async function run(options: StartOptions): Promise<void> {
  const sites = await Promise.all(options.folders.map((folder) => serve(folder, options.query)));
  try {
    for (let turn = 0; turn < options.turns; turn++) {
      // Whoever follows another finds the machine as that one has left it.
      for (const site of turn % 2 === 0 ? sites : sites.toReversed()) await visit(site, options);
      console.error(`Turn ${turn + 1} of ${options.turns}`);
    }
  } finally {
    for (const {close} of sites) await close();
  }
  const [before, after] = sites as [Site, Site];
  for (const kind of ['cold', 'warm'] as const) {
    const text = [before, after].map((site) => spread(summarize(site[kind]), 0)).join(' → ');
    console.log(`${kind}: ${text} ms, ratio ${spread(compare(after[kind], before[kind]), 2)}`);
  }
}

async function serve(folder: string, query: string): Promise<Site> {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: {outDir: resolve(folder)},
    preview: {port: 0, open: false},
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('Expected the preview server to give its address, but it gave none.');
  return {url: url + query, cold: [], warm: [], close: () => server.close()};
}

/** A first visit, and another one with what it has left. */
async function visit({url, cold, warm}: Site, {program, args}: StartOptions): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'pastiche-start-'));
  try {
    const browser = {program: program ?? provisionBrowser(), args};
    cold.push(await timeStart(url, profile, browser));
    warm.push(await timeStart(url, profile, browser));
  } finally {
    await rm(profile, {recursive: true});
  }
}

/** The median and, in brackets, the quartiles. */
function spread({median, low, high}: Summary, digits: number): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}
