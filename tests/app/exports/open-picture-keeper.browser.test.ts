import {unzipSync} from 'fflate';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Clips} from '../../../src/app/captures/clips.ts';
import {openPictureKeeper} from '../../../src/app/exports/open-picture-keeper.ts';

const keep = vi.fn<Clips['keep']>();
const picture = (text: string) => new Blob([text], {type: 'image/jpeg'});

let root: FileSystemDirectoryHandle;

beforeEach(async () => {
  const own = await navigator.storage.getDirectory();
  root = await own.getDirectoryHandle('pictures', {create: true});
});
afterEach(async () => {
  keep.mockReset();
  await (await navigator.storage.getDirectory()).removeEntry('pictures', {recursive: true});
});

async function textOf(name: string, folder = root): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

it('makes clips of a few', async () => {
  const keeper = openPictureKeeper({keep}, {count: 3, name: 'a.png + 2', ending: 'jpg'});
  await keeper.keep(['a.png'], picture('one'));
  keeper.close();

  expect(keep.mock.calls).toEqual([[expect.any(Blob), 'image', 'jpg', 0, {name: 'a.png'}]]);
});

describe('an archive', () => {
  it('has many under names of their own, in their folders', async () => {
    const keeper = openPictureKeeper({keep}, {count: 4, name: 'holiday', ending: 'jpg'});
    await keeper.keep(['a.png'], picture('one'));
    await keeper.keep(['a.webp'], picture('two'));
    await keeper.keep(['A.PNG'], picture('three'));
    await keeper.keep(['day 1', 'a.png'], picture('four'));
    keeper.close();
    const [zip, ...rest] = keep.mock.calls[0]!;
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));

    expect(rest).toEqual(['archive', 'zip', 0, {name: 'holiday'}]);
    expect(
      Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
      ),
    ).toEqual({
      'a-pastiche.jpg': 'one',
      'a-pastiche (2).jpg': 'two',
      'A-pastiche (3).jpg': 'three',
      'day 1/a-pastiche.jpg': 'four',
    });
  });

  it('is none where nothing was made', () => {
    openPictureKeeper({keep}, {count: 4, name: 'holiday', ending: 'jpg'}).close();

    expect(keep).not.toHaveBeenCalled();
  });
});

describe('a folder', () => {
  const options = {count: 9, name: 'holiday', ending: 'jpg'};

  it('gets each as it is made, beside what is there', async () => {
    const keeper = openPictureKeeper({keep}, {...options, into: root});
    await keeper.keep(['a.png'], picture('one'));
    await keeper.keep(['a.png'], picture('two'));
    await keeper.keep(['day 1', 'b.png'], picture('three'));
    keeper.close();

    expect(await textOf('a-pastiche.jpg')).toBe('one');
    expect(await textOf('a-pastiche (2).jpg')).toBe('two');
    expect(await textOf('b-pastiche.jpg', await root.getDirectoryHandle('day 1'))).toBe('three');
    expect(keep).not.toHaveBeenCalled();
  });

  it('that cannot be written into is told by its name', async () => {
    vi.spyOn(root, 'getFileHandle').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    const keeper = openPictureKeeper({keep}, {...options, into: root});

    await expect(keeper.keep(['a.png'], picture('one'))).rejects.toMatchObject({
      told: {key: 'pictures.folder-failed', values: {name: 'pictures'}},
    });
  });
});
