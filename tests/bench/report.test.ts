import {expect, it} from 'vitest';
import {jsonReport, markdownReport, type Report} from './report.ts';

/** Two stylizers, of which the second takes half the time. */
const REPORT: Report = {
  browser: '156.0',
  gpu: 'Some GPU',
  runs: [
    {
      network: 'swift',
      size: {width: 384, height: 288},
      stylizers: [measured('graph', 2), measured('fused', 1)],
    },
  ],
};

function measured(stylizer: string, scale: number) {
  const samples = [10, 11, 12].map((ms) => ({frameMs: ms * scale, mainThreadMs: scale / 2}));
  const counts = {draws: 50 * scale, bytesWritten: 35e6, textureBytes: 18.54e6, framesPerSample: 4};
  return {stylizer, samples, ...counts};
}

it('prints a table and the ratio', () => {
  expect(markdownReport(REPORT).split('\n')).toEqual([
    'Chromium 156.0 on Some GPU',
    '',
    '| network | size | stylizer | ms a frame | main-thread ms | draws | MB written | MB of textures |',
    '| --- | --- | --- | --: | --: | --: | --: | --: |',
    '| swift | 384×288 | graph | 22.00 (21.00–23.00) | 1.00 (1.00–1.00) | 100 | 35.0 | 18.5 |',
    '| swift | 384×288 | fused | 11.00 (10.50–11.50) | 0.50 (0.50–0.50) | 50 | 35.0 | 18.5 |',
    '',
    '- swift at 384×288: graph takes 2.00 (2.00–2.00) times as long as fused',
  ]);
});

it('prints no ratio for one stylizer', () => {
  const [run] = REPORT.runs;
  const alone = {...REPORT, runs: [{...run!, stylizers: [measured('graph', 1)]}]};

  expect(markdownReport(alone)).not.toContain('times as long');
});

it('gives programs the samples too', () => {
  const {browser, gpu, runs} = JSON.parse(jsonReport(REPORT)) as Report;

  expect({browser, gpu}).toEqual({browser: '156.0', gpu: 'Some GPU'});
  expect(runs[0]).toMatchObject({
    network: 'swift',
    size: {width: 384, height: 288},
    ratios: [{first: 'graph', second: 'fused', ratio: {median: 2, low: 2, high: 2}}],
  });
  expect(runs[0]?.stylizers[1]).toMatchObject({
    ...measured('fused', 1),
    frameMs: {median: 11, low: 10.5, high: 11.5},
  });
});
