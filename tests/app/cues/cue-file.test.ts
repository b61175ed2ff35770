import {expect, it} from 'vitest';
import {cueFile, readCueFile, readCues, writeCues} from '../../../src/app/cues/cue-file.ts';
import type {Cue} from '../../../src/app/cues/cues-state.ts';

const CUE: Cue = {
  id: 'one',
  name: 'Opening',
  look: {styles: [{id: 'mosaic', weight: 1}], alpha: 0.5, ofLater: {deep: [1]}},
  fadeMs: 2000,
  thumbnail: 'data:image/jpeg;base64,AAAA',
};

it('reads what it has written, with keys of a newer version', async () => {
  expect(await readCueFile(cueFile([CUE, {...CUE, id: 'two'}]))).toEqual([
    CUE,
    {...CUE, id: 'two'},
  ]);
});

it.each([
  ['nothing', ''],
  ['no JSON', 'cues'],
  ['a file that was cut', writeCues([CUE]).slice(0, -20)],
  ['another file', '{"format":"other","cues":[]}'],
  ['no list', '{"format":"pastiche-cues","cues":{}}'],
  ['null', 'null'],
])('takes no cues from %s', (_, text) => {
  expect(() => readCues(text)).toThrow(expect.objectContaining({told: {key: 'cues.damaged'}}));
});

it('takes no file of many megabytes', async () => {
  const huge = new Blob([new Uint8Array(5_000_000)]);

  await expect(readCueFile(huge)).rejects.toMatchObject({told: {key: 'cues.too-large'}});
});

it('leaves out what makes no sense, and mends what is no cue without', () => {
  const odd = [
    null,
    7,
    {...CUE, id: ''},
    {...CUE, look: 'mosaic'},
    {...CUE, id: 'odd', name: 3, fadeMs: -1, thumbnail: 'javascript:alert(1)'},
    {...CUE, id: 'odd2', fadeMs: 1e9, name: 'x'.repeat(100)},
    CUE,
    CUE,
  ];
  const read = readCues(writeCues(odd as Cue[]));

  expect(read.map(({id}) => id)).toEqual(['odd', 'odd2', 'one']);
  expect(read[0]).toMatchObject({name: '', fadeMs: 0, thumbnail: ''});
  expect(read[1]).toMatchObject({name: 'x'.repeat(60), fadeMs: 0});
});
