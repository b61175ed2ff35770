import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createStyleLibrary, type StyleLibrary} from '../../../src/app/styles/style-library.ts';
import {
  createForgetfulShelf,
  fitKey,
  type StyleShelf,
} from '../../../src/app/styles/style-shelf.ts';
import type {Brush} from '../../../src/network/brush.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';
import {colorFile, type FakeStudio, fakeStudio} from '../fake-studio.ts';

let studio: FakeStudio;
let shelf: StyleShelf;
let library: StyleLibrary;
/** Ids of own styles of one colour each. */
let red: string;
let blue: string;

const COUNT = catalogue.styles.length;

beforeEach(async () => {
  shelf = {...createForgetfulShelf(), lasts: true};
  await open();
  red = await library.add(await colorFile('red'), 'Red');
  blue = await library.add(await colorFile('blue'), 'Blue');
});

afterEach(() => {
  library.dispose();
  vi.restoreAllMocks();
});

describe('own styles', () => {
  it('stand after the gallery, in the order they were added, with a picture to show', async () => {
    const entries = own();

    expect(entries.map(({id, title, own}) => [id, title, own])).toEqual([
      [red, 'Red', true],
      [blue, 'Blue', true],
    ]);
    expect((await fetch(entries[0]!.imageUrl)).ok).toBe(true);
  });

  it('survive a reload, with their titles', async () => {
    await library.rename(red, 'Crimson');
    await library.remove(blue);
    await open();

    expect(own().map(({id, title}) => [id, title])).toEqual([[red, 'Crimson']]);
    expect((await library.pictureOf(red)).type).toBe('image/jpeg');
  });

  it('are the same style when the same picture is added again, and keep their title', async () => {
    await library.rename(red, 'Grandma');
    const {imageUrl} = own()[0]!;
    expect(await library.add(await colorFile('red'), 'Another name')).toBe(red);

    expect(own().map(({id, title}) => [id, title])).toEqual([
      [red, 'Grandma'],
      [blue, 'Blue'],
    ]);
    expect(own()[0]!.imageUrl).toBe(imageUrl);
    await open();
    expect(own()[0]!.title).toBe('Grandma');
  });

  it('are made of pictures that are no files, too', async () => {
    const picture = await createImageBitmap(new ImageData(2000, 100));
    const id = await library.add(picture, 'My frame');

    expect(own().at(-1)).toMatchObject({id, title: 'My frame'});
    expect(picture.width).toBe(2000);
    const kept = await createImageBitmap(await library.pictureOf(id));
    expect([kept.width, kept.height]).toEqual([1024, 51]);
  });

  it('are kept small', async () => {
    const wide = new OffscreenCanvas(3000, 300);
    wide.getContext('2d');
    const id = await library.add(await wide.convertToBlob(), 'Wide');
    const kept = (await shelf.ownStyles()).styles.find((style) => style.id === id)!;

    expect(await createImageBitmap(kept.picture)).toMatchObject({width: 1024, height: 102});
  });

  it.each([
    ['  Ink  ', 'Ink'],
    ['', 'My style'],
    ['   ', 'My style'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('called "%s" are titled "%s"', async (title, titled) => {
    await library.rename(red, title);

    expect(own().find(({id}) => id === red)!.title).toBe(titled);
  });

  it('that are no pictures are refused, and nothing is kept', async () => {
    const file = new File(['Dear diary'], 'diary.png', {type: 'image/png'});

    await expect(library.add(file, 'Diary')).rejects.toMatchObject({problem: 'unreadable'});
    await expect(library.add(new Blob([]), 'Empty')).rejects.toMatchObject({problem: 'empty'});
    expect((await shelf.ownStyles()).styles).toHaveLength(2);
    expect(own()).toHaveLength(2);
  });

  it('stay for the visit where the storage is full, with a sentence', async () => {
    const full = new DOMException('Full, says the test.', 'QuotaExceededError');
    vi.spyOn(shelf, 'keepStyle').mockRejectedValue(full);
    const id = await library.add(await colorFile('lime'), 'Lime');

    expect(studio.sentences('error')).toEqual([expect.stringMatching(/storage is full.*Remove/)]);
    expect(own().at(-1)).toMatchObject({id, title: 'Lime', own: true});
    expect((await library.pictureOf(id)).size).toBeGreaterThan(0);
  });

  it('are not said to have filled the storage where that failed otherwise', async () => {
    const lost = new DOMException('Lost, says the test.', 'UnknownError');
    vi.spyOn(shelf, 'keepStyle').mockRejectedValue(lost);
    await library.add(await colorFile('lime'), 'Lime');

    expect(studio.sentences('error')).toEqual([expect.stringContaining('could not keep')]);
  });

  it('come with a sentence where the browser keeps nothing', async () => {
    shelf = createForgetfulShelf();
    await open();
    await library.add(await colorFile('lime'), 'Lime');

    expect(studio.sentences('info')).toEqual([expect.stringContaining('until you leave it')]);
  });

  it('need no shelf that can be read', async () => {
    vi.spyOn(shelf, 'ownStyles').mockRejectedValue(new DOMException('Broken.', 'UnknownError'));
    await open();

    expect(own()).toEqual([]);
    expect(studio.store.get().styles.entries).toHaveLength(COUNT);
  });

  it('that are damaged are left out, and told', async () => {
    const {styles} = await shelf.ownStyles();
    vi.spyOn(shelf, 'ownStyles').mockResolvedValue({styles, damaged: 2});
    await open();

    expect(own().map(({id}) => id)).toEqual([red, blue]);
    expect(studio.sentences('error')).toEqual([expect.stringMatching(/2 cannot be read/)]);
  });

  it('whose picture the browser has lost say so, and can be removed', async () => {
    const {styles} = await shelf.ownStyles();
    const gone = Object.assign(new Blob(['x']), {
      slice: () => ({arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError'))}),
    });
    const kept = styles.map((style) => (style.id === red ? {...style, picture: gone} : style));
    vi.spyOn(shelf, 'ownStyles').mockResolvedValue({styles: kept as typeof styles, damaged: 0});
    await open();
    await vi.waitFor(() => {
      expect(own().map(({lost}) => lost === true)).toEqual([true, false]);
    });

    await expectSentence(library.pictureOf(red), /lost the picture of “Red”.*Remove the style/);
    await library.remove(red);
    expect(own().map(({id}) => id)).toEqual([blue]);
  });
});

describe('a style as a file', () => {
  const brush: Brush = new Map([['bias', {shape: [2], values: Float32Array.of(1, 2)}]]);
  const memory: Brush = new Map([['bias', {shape: [2], values: new Float32Array(2)}]]);

  it('comes back with its title, its picture and what was learnt of it', async () => {
    const fit = {recipe: 'toy', steps: 240, brush, first: brush, second: brush};
    await shelf.keepFit(fitKey(red, 'network', 512), fit);
    await library.rename(red, 'Red: mine/yours?');
    const file = await library.pack(red);
    expect(file.name).toBe('Red mineyours.pastiche');
    shelf = {...createForgetfulShelf(), lasts: true};
    await open();
    const id = await library.add(file, 'a title that is not used');

    expect(own().map(({title}) => title)).toEqual(['Red: mine/yours?']);
    const given = {recipe: 'toy', steps: 240, brush, first: memory, second: memory};
    expect(await shelf.fitsOf(id)).toEqual([[fitKey(id, 'network', 512), given]]);
    expect(await library.add(file, '')).toBe(id);
    // Cues and addresses name it.
    expect(id).toBe(red);
  });

  it('is made of own styles only, and told where it is damaged', async () => {
    await expect(library.pack(catalogue.styles[0]!.id)).rejects.toMatchObject({
      told: {key: 'style.not-packed'},
    });
    const cut = (await library.pack(red)).slice(0, -1);
    await expect(library.add(cut, '')).rejects.toMatchObject({told: {key: 'style-file.damaged'}});
  });
});

describe('remove', () => {
  it('takes a style away for good and frees its picture', async () => {
    const {imageUrl} = own()[0]!;
    await library.remove(red);

    expect(own().map(({id}) => id)).not.toContain(red);
    expect((await shelf.ownStyles()).styles.map(({id}) => id)).toEqual([blue]);
    await expect(fetch(imageUrl)).rejects.toThrow();
    await expectSentence(library.pictureOf(red), /no style/);
  });

  it('leaves a style on display that the browser would not give up', async () => {
    vi.spyOn(shelf, 'removeStyle').mockRejectedValue(new DOMException('Broken.', 'UnknownError'));

    await expect(library.remove(red)).rejects.toThrow('Broken.');
    expect(own().map(({id}) => id)).toContain(red);
  });

  it('and rename are for own styles only, and say so', async () => {
    const {id} = catalogue.styles[0]!;

    await expectSentence(library.remove(id), 'Only your own styles can be removed.');
    await expectSentence(library.rename(id, 'Mine'), 'Only your own styles can be renamed.');
    expect(studio.store.get().styles.entries[0]).toEqual(catalogue.styles[0]);
  });
});

it('frees every picture at dispose, which may happen twice', async () => {
  const urls = own().map(({imageUrl}) => imageUrl);
  library.dispose();
  library.dispose();

  for (const url of urls) await expect(fetch(url)).rejects.toThrow();
  expect(own()).toEqual([]);
});

/** As after a reload: the shelf alone has lasted. */
async function open() {
  studio = fakeStudio();
  library = await createStyleLibrary(studio.store, studio.notices, shelf, 'My style');
}

function own() {
  return studio.store.get().styles.entries.filter((entry) => entry.own);
}

async function expectSentence(promise: Promise<unknown>, words: RegExp | string) {
  const refusal: unknown = await promise.catch((error: unknown) => error);
  expect(sentence((refusal as {told: Parameters<typeof sentence>[0]}).told)).toMatch(words);
}
