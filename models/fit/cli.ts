import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium, type Page} from 'playwright';
import {build, preview} from 'vite';
import {TONED} from '../../src/network/brush.ts';
import {RECIPES} from '../../src/network/fitting/recipes.ts';
import {provisionBrowser} from '../../tests/browser/provision-browser.ts';
import {writeBrush} from './write-brush.ts';

const USAGE = `npm run styles:fit -- --output FOLDER [options] PICTURE…

Fits a brush to each picture, as the app does in the page, on the GPU of this machine: FOLDER/<name>.bin,
with brushes.json and sketches.bin beside them. A gallery's picture has the name of its folder.

  --network NAME   a network of models/ (default swift)
  --side PX        at which styles are seen: 256, 384 or 512 (default 512)
  --steps N        of a fit (default ${RECIPES.usual.steps})
  --browser-arg=ARG  an argument for Chromium; may be repeated`;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = 'models/fit/fit.html';
/** Steps from one line of the report to the next. */
const REPORT_EVERY = 20;

try {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      output: {type: 'string'},
      network: {type: 'string', default: 'swift'},
      side: {type: 'string', default: '512'},
      steps: {type: 'string', default: `${RECIPES.usual.steps}`},
      'browser-arg': {type: 'string', multiple: true, default: []},
      help: {type: 'boolean'},
    },
  });
  if (values.help) console.log(USAGE);
  else if (!values.output || positionals.length === 0) {
    throw new Error(`Expected --output FOLDER and pictures.\n\n${USAGE}`);
  } else {
    const [side, steps] = [
      wholeNumber('--side', values.side),
      wholeNumber('--steps', values.steps),
    ];
    const {output, network} = values;
    await fitAll(positionals, {output, network, side, steps, args: values['browser-arg']});
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number <= 0) {
    throw new Error(`Expected ${name} as a whole number above 0, but got "${text}".`);
  }
  return number;
}

/** @throws where there is no loss network to fit with */
function checkLossNetwork(): void {
  if (existsSync(join(ROOT, 'models/loss-lite/loss-lite.bin'))) return;
  throw new Error('Expected models/loss-lite/, which models/training/distill.py makes.');
}

async function fitAll(
  pictures: string[],
  options: {output: string; network: string; side: number; steps: number; args: string[]},
): Promise<void> {
  const {output, network, side, steps, args} = options;
  let [name, begun] = ['', 0];
  const report = (step: number, style: number) => {
    if (step % REPORT_EVERY !== 0 && step !== steps) return;
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.log(`${name}  step ${step} of ${steps}  ${seconds} s  style ${style.toFixed(3)}`);
  };
  checkLossNetwork();
  await withPage(args, async (page) => {
    await page.exposeFunction('reportStep', report);
    for (const picture of pictures) {
      [name, begun] = [nameOf(picture), Date.now()];
      const recipe = {...RECIPES.usual, steps};
      const task = {network, style: name, side, recipe, picture: await dataUrl(picture)};
      const fit = await page.evaluate((given) => window.fitStyle(given), task);
      await writeBrush(output, name, fit, {network, side, iterations: steps, toned: TONED.learnt});
      // The next one gets a GL context of its own.
      await page.reload();
    }
  });
}

/** A gallery's picture is named after its folder. */
function nameOf(picture: string): string {
  const name = basename(picture, extname(picture));
  return name === 'image' ? basename(dirname(picture)) : name;
}

async function dataUrl(picture: string): Promise<string> {
  const kind = extname(picture).slice(1).toLowerCase().replace('jpg', 'jpeg');
  return `data:image/${kind};base64,${(await readFile(picture)).toString('base64')}`;
}

/** Builds the page, serves it, and opens it. */
async function withPage(args: string[], use: (page: Page) => Promise<void>): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'pastiche-fit-'));
  const site = {root: ROOT, logLevel: 'warn'} as const;
  try {
    await build({
      ...site,
      build: {outDir, emptyOutDir: false, rolldownOptions: {input: join(ROOT, PAGE)}},
    });
    const server = await preview({...site, build: {outDir}, preview: {port: 0, open: false}});
    const browser = await chromium.launch({executablePath: provisionBrowser(), args});
    try {
      const page = await browser.newPage();
      await page.goto(new URL(PAGE, server.resolvedUrls?.local[0]).href);
      await use(page);
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(outDir, {recursive: true, force: true});
  }
}
