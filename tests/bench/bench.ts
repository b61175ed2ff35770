import {writeFile} from 'node:fs/promises';
import {openBenchBrowser} from './open-bench-browser.ts';
import type {NetworkChoice} from './open-network.ts';
import {type BenchOptions, readOptions, USAGE} from './read-options.ts';
import {jsonReport, markdownReport, type Report} from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await run(options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(options: BenchOptions): Promise<void> {
  const report = await measureAll(options);
  console.log(markdownReport(report));
  if (options.jsonFile) await writeFile(options.jsonFile, `${jsonReport(report)}\n`);
}

async function measureAll({
  networks,
  sizes,
  stylizers,
  turns,
  browser: choice,
}: BenchOptions): Promise<Report> {
  const browser = await openBenchBrowser(choice);
  const report: Report = {browser: browser.version, gpu: '', runs: []};
  try {
    for (const network of networks) {
      for (const size of sizes) {
        const name = nameOf(network);
        console.error(`Measuring ${name} at ${size.width}×${size.height} …`);
        const {gpu, ...measured} = await browser.measure(network, {stylizers, size, turns});
        report.gpu = gpu;
        report.runs.push({network: name, size, ...measured});
      }
    }
  } finally {
    await browser.close();
  }
  return report;
}

function nameOf(network: NetworkChoice): string {
  if ('model' in network) return network.model;
  const {architecture, width} = network;
  return `${architecture}${width ? `:${width}` : ''}, random`;
}
