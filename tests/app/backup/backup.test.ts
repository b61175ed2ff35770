import {beforeEach, describe, expect, it, vi} from 'vitest';
import {type Backup, createBackup} from '../../../src/app/backup/backup.ts';
import {readCues} from '../../../src/app/cues/cue-file.ts';
import type {Cues} from '../../../src/app/cues/cues.ts';
import * as download from '../../../src/app/page/download-file.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {catalogue} from '../fake-catalogue.ts';
import {fakeStore} from '../fake-store.ts';

vi.mock('../../../src/app/page/download-file.ts');

const CUE = {id: 'cue-1', name: 'Dusk', look: {alpha: 0.5}, fadeMs: 500, thumbnail: ''};

let store: Store<AppState>;
let backup: Backup;
const told: string[] = [];
const changeSettings = vi.fn();
const add = vi.fn(() => Promise.resolve('own-1'));
const pack = vi.fn((id: string) => Promise.resolve(new File([`style ${id}`], `${id}.pastiche`)));

beforeEach(() => {
  vi.clearAllMocks();
  told.length = 0;
  store = fakeStore();
  store.patch('cues', {list: [CUE]});
  const cues = {
    open: async (file: Blob) => {
      store.patch('cues', {list: [...store.get().cues.list, ...readCues(await file.text())]});
    },
  } as unknown as Cues;
  backup = createBackup({
    store,
    notices: {show: (_, {key}) => told.push(key)},
    catalogue,
    library: Promise.resolve({pack, add}),
    changeSettings,
    withCues: async (use) => void (await use(cues)),
  });
});

function withOwnStyles(...ids: string[]) {
  const {entries} = store.get().styles;
  const own = ids.map((id) => ({id, title: id, note: '', own: true, imageUrl: ''}));
  store.patch('styles', {entries: [...entries, ...own]});
}

async function saved(): Promise<File> {
  await backup.save();
  const [[file] = []] = vi.mocked(download.downloadFile).mock.calls;
  if (!file) throw new Error('Expected a file.');
  return file;
}

describe('a backup', () => {
  it('has own styles, cues and settings, and puts them beside what is there', async () => {
    withOwnStyles('own-a', 'own-b');
    store.patch('settings', {mirror: 'off', bitrate: 'high', cameraId: 'a camera of this machine'});
    const file = await saved();
    expect(file.name).toMatch(/^pastiche-\d{4}-\d\d-\d\d\.pastiche$/);
    expect(pack.mock.calls.map(([id]) => id)).toEqual(['own-a', 'own-b']);
    store.patch('cues', {list: []});

    expect(await backup.open(file)).toBe(true);

    const styles = await Promise.all(
      add.mock.calls.map(([style]: unknown[]) => (style as Blob).text()),
    );
    expect(styles).toEqual(['style own-a', 'style own-b']);
    expect(store.get().cues.list).toEqual([CUE]);
    const [[change] = []] = changeSettings.mock.calls;
    expect(change).toMatchObject({mirror: 'off', bitrate: 'high'});
    expect(change).not.toHaveProperty('cameraId');
    expect(told).toEqual(['backup.opened']);
  });

  it('leaves other files to others', async () => {
    expect(await backup.open(new Blob(['PASTICHE STYLE 1\n']))).toBe(false);
    expect(add).not.toHaveBeenCalled();
  });

  it('is told to be damaged, and nothing is taken over', async () => {
    const file = await saved();

    await expect(backup.open(file.slice(0, -5))).rejects.toMatchObject({
      told: {key: 'backup.damaged'},
    });
    expect(changeSettings).not.toHaveBeenCalled();
  });

  it('is saved without the styles whose pictures the browser has lost', async () => {
    withOwnStyles('own-a', 'own-b');
    pack.mockRejectedValueOnce(new Error('lost'));

    const file = await saved();
    expect(told).toEqual(['backup.without']);
    await backup.open(file);

    expect(add).toHaveBeenCalledOnce();
  });

  it('goes on past a style that cannot be added', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    withOwnStyles('own-a', 'own-b');
    const file = await saved();
    add.mockRejectedValueOnce(new Error('no picture'));

    await backup.open(file);

    expect(add).toHaveBeenCalledTimes(2);
    expect(told).toEqual(['backup.opened', 'backup.some-damaged']);
  });
});
