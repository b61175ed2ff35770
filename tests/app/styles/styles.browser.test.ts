import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {gallery} from '../../../src/app/styles/gallery.ts';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {createForgetfulShelf, type StyleShelf} from '../../../src/app/styles/style-shelf.ts';
import {createStyles, firstLook, type Styles} from '../../../src/app/styles/styles.ts';
import type {Engine} from '../../../src/live/engine.ts';
import type {StyleCode} from '../../../src/network/style-code.ts';
import {createDeferred} from '../../live/deferred.ts';
import {
  colorFile,
  fakeModel,
  type FakeStudio,
  fakeStudio,
  statisticsOfColor,
} from '../fake-studio.ts';

let studio: FakeStudio;
let shelf: StyleShelf;
let styles: Styles;
/** Ids of own styles of one colour each. */
let red: string;
let blue: string;

beforeEach(async () => {
  studio = fakeStudio();
  shelf = createForgetfulShelf();
  styles = await open();
  red = await styles.add(await colorFile('red'), 'Red');
  blue = await styles.add(await colorFile('blue'), 'Blue');
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('show', () => {
  it('paints with the statistics of the style and the strength', async () => {
    await styles.show(alone(red, 0.5));

    expect(paints()).toEqual([
      {model: fakeModel(), style: statisticsOfColor(254, 0, 0), alpha: 0.5},
    ]);
    expect(studio.store.get()).toMatchObject({look: alone(red, 0.5), analyzing: null});
  });

  it('paints a gallery style', async () => {
    const {id} = gallery[0]!;
    await styles.show(alone(id));

    expect(studio.engine.setPaintAt).toHaveBeenCalledOnce();
    expect(studio.store.get().look).toEqual(alone(id));
  });

  it('mixes styles by their relative weights', async () => {
    const mix = [
      {id: red, weight: 3},
      {id: blue, weight: 1},
    ];
    await styles.show({styles: mix, alpha: 1});

    const mean = [...paints()[0]!.style['f4']!.mean];
    expect(mean[0]).toBeCloseTo(254 * 0.75, 3);
    expect(mean[2]).toBeCloseTo(254 * 0.25, 3);
  });

  it('tells which style is analysed, until it is', async () => {
    const {resolve} = holdAnalysis();
    const showing = styles.show(alone(red));
    await vi.waitFor(() => {
      expect(studio.store.get().analyzing).toBe(red);
    });
    resolve({statistics: statisticsOfColor(1, 2, 3)});
    await showing;

    expect(studio.store.get().analyzing).toBeNull();
  });

  it('paints the newest look, also where an older one takes longer', async () => {
    await styles.show(alone(blue));
    const {resolve} = holdAnalysis();
    const slow = styles.show(alone(red));
    await styles.show(alone(blue, 0.5));
    resolve({statistics: statisticsOfColor(1, 2, 3)});
    await slow;

    expect(paints().at(-1)).toMatchObject({alpha: 0.5});
    expect(studio.engine.setPaintAt).toHaveBeenCalledTimes(2);
    expect(studio.store.get()).toMatchObject({look: alone(blue, 0.5), analyzing: null});
  });

  it('leaves the look before where a style fails', async () => {
    await styles.show(alone(blue));
    studio.engine.analyzeStyle.mockRejectedValueOnce(new Error('Broken by the test.'));

    await expect(styles.show(alone(red))).rejects.toThrow('Broken by the test.');
    expect(studio.store.get()).toMatchObject({look: alone(blue), analyzing: null});
    expect(studio.engine.setPaintAt).toHaveBeenCalledOnce();
  });

  it('leaves the look that is painted where a style fails while another waits', async () => {
    await styles.show(alone(blue));
    const {promise, resolve} = holdAnalysis();
    const waiting = styles.show(alone(red));
    const third = await styles.add(await colorFile('lime'), 'Lime');
    studio.engine.analyzeStyle.mockRejectedValueOnce(new Error('Broken by the test.'));
    await expect(styles.show(alone(third))).rejects.toThrow();
    resolve({statistics: statisticsOfColor(1, 2, 3)});
    await Promise.all([promise, waiting]);

    expect(studio.store.get().look).toEqual(alone(blue));
    expect(studio.engine.setPaintAt).toHaveBeenCalledOnce();
  });

  it('knows only the styles there are, and says so', async () => {
    const before = studio.store.get().look;

    await expect(styles.show(alone('nobody'))).rejects.toThrow('no style called “nobody”');
    expect(studio.store.get().look).toBe(before);
  });

  it.each([
    [{styles: [], alpha: 1}, /at least one style/],
    [{styles: [{id: 'x', weight: 0}], alpha: 1}, /weights above 0/],
    [{styles: [{id: 'x', weight: Number.NaN}], alpha: 1}, /weights above 0/],
    [{styles: [{id: 'x', weight: 1}], alpha: 7}, /from 0 to 1, but it is 7/],
    [{styles: [{id: 'x', weight: 1}], alpha: Number.NaN}, /from 0 to 1/],
  ])('refuses the look %j', async (look, sentence) => {
    await expect(styles.show(look)).rejects.toThrow(sentence);
  });

  it('says what to do where the picture of a style cannot be loaded', async () => {
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', {status: 404}));

    await expect(styles.show(alone(gallery[1]!.id))).rejects.toThrow('Try another');
    vi.mocked(window.fetch).mockRejectedValue(new TypeError('Offline, says the test.'));
    await expect(styles.show(alone(gallery[1]!.id))).rejects.toThrow('Try another');
  });
});

describe('own styles', () => {
  it('stand after the gallery, in the order they were added, with a picture to show', async () => {
    const entries = studio.store.get().styles.slice(gallery.length);

    expect(entries.map(({id, title, own}) => [id, title, own])).toEqual([
      [red, 'Red', true],
      [blue, 'Blue', true],
    ]);
    expect((await fetch(entries[0]!.imageUrl)).ok).toBe(true);
  });

  it('survive a reload, with their titles', async () => {
    await styles.rename(red, 'Crimson');
    await styles.remove(blue);
    studio = fakeStudio();
    styles = await open();

    const entries = studio.store.get().styles.slice(gallery.length);
    expect(entries.map(({id, title}) => [id, title])).toEqual([[red, 'Crimson']]);
    await styles.show(alone(red));
    expect(paints()).toHaveLength(1);
  });

  it('are the same style when the same picture is added again', async () => {
    expect(await styles.add(await colorFile('red'), 'Red again')).toBe(red);

    expect(studio.store.get().styles.filter(({own}) => own)).toHaveLength(2);
  });

  it('are kept small', async () => {
    const wide = new OffscreenCanvas(3000, 300);
    wide.getContext('2d');
    const id = await styles.add(await wide.convertToBlob(), 'Wide');
    const kept = (await shelf.ownStyles()).find((style) => style.id === id)!;

    expect(await createImageBitmap(kept.picture)).toMatchObject({width: 1024, height: 102});
  });

  it.each([
    ['  Ink  ', 'Ink'],
    ['', 'My style'],
    ['   ', 'My style'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('called "%s" are titled "%s"', async (title, titled) => {
    await styles.rename(red, title);

    expect(studio.store.get().styles.find(({id}) => id === red)!.title).toBe(titled);
  });

  it('that are no pictures are refused, and nothing is kept', async () => {
    const file = new File(['Dear diary'], 'diary.png', {type: 'image/png'});

    await expect(styles.add(file, 'Diary')).rejects.toMatchObject({problem: 'unreadable'});
    await expect(styles.add(new Blob([]), 'Empty')).rejects.toMatchObject({problem: 'empty'});
    expect(await shelf.ownStyles()).toHaveLength(2);
    expect(studio.store.get().styles).toHaveLength(gallery.length + 2);
  });

  it('stay for the visit where the storage is full, with a sentence', async () => {
    const full = new DOMException('Full, says the test.', 'QuotaExceededError');
    vi.spyOn(shelf, 'keepStyle').mockRejectedValue(full);
    const id = await styles.add(await colorFile('lime'), 'Lime');
    await styles.show(alone(id));

    expect(studio.sentences('error')).toEqual([expect.stringMatching(/storage is full.*Remove/)]);
    expect(studio.store.get().styles.at(-1)).toMatchObject({id, title: 'Lime', own: true});
    expect(paints()).toHaveLength(1);
  });

  it('are not said to have filled the storage where that failed otherwise', async () => {
    const lost = new DOMException('Lost, says the test.', 'UnknownError');
    vi.spyOn(shelf, 'keepStyle').mockRejectedValue(lost);
    await styles.add(await colorFile('lime'), 'Lime');

    expect(studio.sentences('error')).toEqual([expect.stringContaining('could not keep')]);
  });

  it('come with a sentence where the browser keeps nothing', async () => {
    styles = await open(false);
    await styles.add(await colorFile('lime'), 'Lime');

    expect(studio.sentences('info')).toEqual([expect.stringContaining('until you leave it')]);
  });

  it('need no shelf that can be read', async () => {
    vi.spyOn(shelf, 'ownStyles').mockRejectedValue(new DOMException('Broken.', 'UnknownError'));
    studio = fakeStudio();
    await open();

    expect(studio.store.get().styles).toHaveLength(gallery.length);
  });
});

describe('remove', () => {
  it('takes a style away for good and frees its picture', async () => {
    const {imageUrl} = studio.store.get().styles.find(({id}) => id === red)!;
    await styles.remove(red);

    expect(studio.store.get().styles.map(({id}) => id)).not.toContain(red);
    expect((await shelf.ownStyles()).map(({id}) => id)).toEqual([blue]);
    await expect(fetch(imageUrl)).rejects.toThrow();
    await expect(styles.show(alone(red))).rejects.toThrow('no style');
  });

  it('leaves a style on display that the browser would not give up', async () => {
    vi.spyOn(shelf, 'removeStyle').mockRejectedValue(new DOMException('Broken.', 'UnknownError'));

    await expect(styles.remove(red)).rejects.toThrow('Broken.');
    expect(studio.store.get().styles.map(({id}) => id)).toContain(red);
  });

  it('shows the first style in place of the one that was shown', async () => {
    await styles.show(alone(red, 0.5));
    await styles.remove(red);

    expect(studio.store.get().look).toEqual({styles: firstLook().styles, alpha: 0.5});
    expect(paints()).toHaveLength(2);
  });

  it('leaves the others of a mix', async () => {
    const styled = [
      {id: red, weight: 1},
      {id: blue, weight: 1},
    ];
    await styles.show({styles: styled, alpha: 1});
    await styles.remove(red);

    expect(studio.store.get().look.styles).toEqual([{id: blue, weight: 1}]);
    expect(paints().at(-1)!.style).toEqual(statisticsOfColor(0, 0, 254));
  });

  it('and rename are for own styles only, and say so', async () => {
    const {id} = gallery[0]!;

    await expect(styles.remove(id)).rejects.toThrow('Only your own styles can be removed.');
    await expect(styles.rename(id, 'Mine')).rejects.toThrow('Only your own styles can be renamed.');
    expect(studio.store.get().styles[0]).toEqual(gallery[0]);
  });
});

function open(shelfLasts = true): Promise<Styles> {
  const analyst = new StyleAnalyst(studio.engine as unknown as Engine, fakeModel(), shelf);
  return createStyles(studio.context, () => Promise.resolve(analyst), shelf, shelfLasts);
}

function alone(id: string, alpha = 1) {
  return {styles: [{id, weight: 1}], alpha};
}

function paints() {
  return studio.engine.setPaintAt.mock.calls.map(([paintAt]) => {
    const {network, layers} = paintAt(0)!;
    return {model: network, style: layers[0]!.code.statistics, alpha: layers[0]!.alpha};
  });
}

/** Makes the next analysis wait for the test. */
function holdAnalysis() {
  const held = createDeferred<StyleCode>();
  studio.engine.analyzeStyle.mockReturnValueOnce(held.promise);
  return held;
}
