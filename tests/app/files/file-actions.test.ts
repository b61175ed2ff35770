import {beforeEach, expect, it, vi} from 'vitest';
import type {BackupActions} from '../../../src/app/backup/backup-actions.ts';
import type {Cues} from '../../../src/app/cues/cues.ts';
import {type FileActions, fileActions} from '../../../src/app/files/file-actions.ts';
import {sentence} from '../../../src/words/say.ts';

const openSourceFile = vi.fn(() => Promise.resolve());
const addStyles = vi.fn<(files: readonly Blob[]) => Promise<void>>(() => Promise.resolve());
const openBackup = vi.fn(({name}: Partial<File>) => Promise.resolve(name === 'all.pastiche'));
const bringCheckpoints = vi.fn(() => Promise.resolve());
const openCues = vi.fn<Cues['open']>(() => Promise.resolve());
let told: string[];
let actions: FileActions;

beforeEach(() => {
  vi.clearAllMocks();
  told = [];
  const notices = {
    show: (_: unknown, message: Parameters<typeof sentence>[0]) => told.push(sentence(message)),
  };
  const backup = {save: vi.fn(), open: openBackup};
  const withBackup: BackupActions['withBackup'] = async (use) => void (await use(backup));
  const withCues = async (use: (cues: Cues) => unknown) => {
    await use({open: openCues} as unknown as Cues);
  };
  const takers = {notices, openSourceFile, addStyles, withBackup, withCues, bringCheckpoints};
  actions = fileActions(takers, async (run) => {
    await run();
  });
});

const picture = new File(['p'], 'a.png', {type: 'image/png'});
const other = new File(['q'], 'b', {type: ''});
const film = new File(['f'], 'c.mp4', {type: 'video/mp4'});

it('paints with pictures, whatever their type says', async () => {
  await actions.takeFiles([picture, other], 'style');

  expect(addStyles).toHaveBeenCalledExactlyOnceWith([picture, other]);
  expect(openSourceFile).not.toHaveBeenCalled();
  expect(told).toEqual([]);
});

it.each(['style', 'source'] as const)(
  'paints over a film that is dropped as %s',
  async (target) => {
    await actions.takeFiles([film], target);

    expect(openSourceFile).toHaveBeenCalledExactlyOnceWith(film, 'c.mp4');
    expect(told).toEqual([]);
  },
);

it('paints over one of several, the film before the pictures, and says so', async () => {
  await actions.takeFiles([picture, film, other], 'source');

  expect(openSourceFile).toHaveBeenCalledExactlyOnceWith(film, 'c.mp4');
  expect(addStyles).not.toHaveBeenCalled();
  expect(told).toEqual([expect.stringMatching(/“c\.mp4” is painted over.*2 more are left out/)]);
});

it('paints with the pictures of a mix, and says that films are left out', async () => {
  await actions.takeFiles([film, picture], 'style');

  expect(addStyles).toHaveBeenCalledExactlyOnceWith([picture]);
  expect(openSourceFile).not.toHaveBeenCalled();
  expect(told).toEqual([expect.stringMatching(/1 of what you dropped are left out/)]);
});

it.each(['style', 'source'] as const)('adds a style that is dropped as %s', async (target) => {
  const style = new File(['s'], 'Bark.pastiche');
  await actions.takeFiles([style], target);
  await actions.takeFiles([film, style], target);

  expect(addStyles.mock.calls).toEqual([[[style]], [[style]]]);
  expect(openSourceFile).toHaveBeenCalledExactlyOnceWith(film, 'c.mp4');
  expect(told).toEqual([]);
});

it.each(['style', 'source'] as const)('opens cues that are dropped as %s', async (target) => {
  const cues = new File(['{}'], 'cues.pastiche.json', {type: 'application/json'});
  await actions.takeFiles([cues], target);
  await actions.takeFiles([film, cues], target);

  expect(openCues.mock.calls).toEqual([[cues], [cues]]);
  expect(openSourceFile).toHaveBeenCalledExactlyOnceWith(film, 'c.mp4');
  expect(addStyles).not.toHaveBeenCalled();
  expect(told).toEqual([]);
});

it('says so where there was nothing of use in what was dropped', async () => {
  await actions.takeFiles([], 'style');
  await actions.takeFiles([], 'source');

  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/drop/i);
  expect(openSourceFile).not.toHaveBeenCalled();
  expect(addStyles).not.toHaveBeenCalled();
});

it('takes a backup over, and the styles beside it', async () => {
  const [all, style] = [new File(['a'], 'all.pastiche'), new File(['s'], 'Bark.pastiche')];

  await actions.takeFiles([all, style], 'style');

  expect(openBackup.mock.calls.map(([{name}]) => name)).toEqual(['all.pastiche', 'Bark.pastiche']);
  expect(addStyles).toHaveBeenCalledExactlyOnceWith([style]);
});

it('brings checkpoints of the paper’s network, and takes nothing else for one', async () => {
  const [encoder, decoder] = [
    new File(['e'], 'vgg_normalised.pth'),
    new File(['d'], 'decoder.npz'),
  ];

  await actions.takeFiles([encoder, picture, decoder], 'style');

  expect(bringCheckpoints).toHaveBeenCalledExactlyOnceWith([encoder, decoder]);
  expect(addStyles).toHaveBeenCalledExactlyOnceWith([picture]);
});
