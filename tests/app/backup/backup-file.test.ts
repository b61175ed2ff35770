import {describe, expect, it} from 'vitest';
import {isBackup, packBelongings, unpackBelongings} from '../../../src/app/backup/backup-file.ts';

const ALL = {
  styles: [new Blob(['first']), new Blob([]), new Blob(['third style'])],
  cues: '{"cues": []}',
  settings: {size: 256, mirror: 'on'},
};

describe('a backup', () => {
  it('comes back as it was', async () => {
    const file = packBelongings(ALL);

    const {styles, cues, settings} = await unpackBelongings(file);

    expect(await isBackup(file)).toBe(true);
    expect(await Promise.all(styles.map((style) => style.text()))).toEqual([
      'first',
      '',
      'third style',
    ]);
    expect({cues, settings}).toEqual({cues: ALL.cues, settings: ALL.settings});
  });

  it('is no style and no text', async () => {
    expect(await isBackup(new Blob(['PASTICHE STYLE 1\n']))).toBe(false);
    expect(await isBackup(new Blob([]))).toBe(false);
  });

  it('is refused where it is cut anywhere', async () => {
    const file = packBelongings(ALL);
    for (let end = 0; end < file.size; end += 3) {
      await expect(unpackBelongings(file.slice(0, end))).rejects.toThrow();
    }
  });

  it.each([
    'null',
    '[]',
    '{"settings": {}}',
    '{"settings": {}, "cues": "", "styles": [-1]}',
    'no JSON',
  ])('is refused with the head %s', async (head) => {
    const text = new TextEncoder().encode(head);
    const file = new Blob(['PASTICHE BACKUP 1\n', Uint32Array.of(text.length), text]);

    await expect(unpackBelongings(file)).rejects.toThrow();
  });
});
