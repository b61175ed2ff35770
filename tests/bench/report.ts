import type {Size} from '../../src/gpu/size.ts';
import type {StylizerMeasurement} from './measure.ts';
import {compare, summarize, type Summary} from './summarize.ts';

/** What was measured of a network at a size. */
export type Run = {network: string; size: Size; stylizers: StylizerMeasurement[]};

/** Everything that was measured in one browser, on one GPU. */
export type Report = {browser: string; gpu: string; runs: Run[]};

/** The report for programs: medians, quartiles and every sample. */
export function jsonReport({runs, ...machine}: Report): string {
  const summarized = runs.map((run) => ({
    ...run,
    stylizers: run.stylizers.map((measured) => ({...measured, ...summariesOf(measured)})),
    ratios: ratiosOf(run),
  }));
  return JSON.stringify({...machine, runs: summarized}, null, 2);
}

/** The report for people, in Markdown: medians, quartiles in parentheses, MB as millions of bytes. */
export function markdownReport({browser, gpu, runs}: Report): string {
  const ratios = runs.flatMap((run) =>
    ratiosOf(run).map(({first, second, ratio}) => {
      const where = `${run.network} at ${sizeText(run.size)}`;
      return `- ${where}: ${first} takes ${spread(ratio)} times as long as ${second}`;
    }),
  );
  return [
    `Chromium ${browser} on ${gpu}`,
    '',
    '| network | size | stylizer | ms a frame | main-thread ms | draws | MB written | MB of textures |',
    '| --- | --- | --- | --: | --: | --: | --: | --: |',
    ...runs.flatMap(rowsOf),
    ...(ratios.length > 0 ? ['', ...ratios] : []),
  ].join('\n');
}

function rowsOf({network, size, stylizers}: Run): string[] {
  return stylizers.map((measured) => {
    const {frameMs, mainThreadMs} = summariesOf(measured);
    const cells = [
      network,
      sizeText(size),
      measured.stylizer,
      spread(frameMs),
      spread(mainThreadMs),
      measured.draws,
      megabytes(measured.bytesWritten),
      megabytes(measured.textureBytes),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function summariesOf(measured: StylizerMeasurement) {
  return {
    frameMs: summarize(frameTimes(measured)),
    mainThreadMs: summarize(measured.samples.map(({mainThreadMs}) => mainThreadMs)),
  };
}

/** The first stylizer's time by that of each other one. */
function ratiosOf({stylizers: [first, ...others]}: Run) {
  if (!first) return [];
  return others.map((second) => ({
    first: first.stylizer,
    second: second.stylizer,
    ratio: compare(frameTimes(first), frameTimes(second)),
  }));
}

function frameTimes({samples}: StylizerMeasurement): number[] {
  return samples.map(({frameMs}) => frameMs);
}

function sizeText({width, height}: Size): string {
  return `${width}×${height}`;
}

function spread({median, low, high}: Summary): string {
  return `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
