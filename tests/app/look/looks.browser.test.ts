import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {firstLook, type Look} from '../../../src/app/look/look-table.ts';
import {createLooks, type Looks} from '../../../src/app/look/looks.ts';
import {AS_LOOK} from '../../../src/app/look/region-key.ts';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {createStyleLibrary, type StyleLibrary} from '../../../src/app/styles/style-library.ts';
import {createForgetfulShelf, type StyleShelf} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import type {Brushes} from '../../../src/network/load-brushes.ts';
import type {StyleCode} from '../../../src/network/style-code.ts';
import {sentence} from '../../../src/words/say.ts';
import {createDeferred} from '../../live/deferred.ts';
import {analyzedColor, codeOfColor, fakeNetwork} from '../fake-engine.ts';
import {colorFile, type FakeStudio, fakeStudio} from '../fake-studio.ts';
import {USUAL, USUAL_LOOK} from '../usual-look.ts';

const NO_BRUSHES: Brushes = {
  has: () => false,
  sketchOf: () => Promise.resolve(undefined),
  codeOf: () => Promise.resolve(undefined),
  expect() {},
};

let studio: FakeStudio;
let shelf: StyleShelf;
let library: StyleLibrary;
let analyst: StyleAnalyst;
let looks: Looks;
/** Ids of own styles of one colour each. */
let red: string;
let blue: string;

beforeEach(async () => {
  studio = fakeStudio();
  shelf = createForgetfulShelf();
  library = await createStyleLibrary(studio.store, studio.notices, shelf, 'My style');
  analyst = analystOf('toy');
  looks = createLooks(studio.store, studio.painter, Promise.resolve(analyst));
  red = await library.add(await colorFile('red'), 'Red');
  blue = await library.add(await colorFile('blue'), 'Blue');
});

afterEach(() => {
  looks.dispose();
  library.dispose();
  vi.restoreAllMocks();
});

describe('change', () => {
  it('paints with the statistics of the style and the strength', async () => {
    await looks.change(alone(red, 0.5));

    expect(studio.engine.paints.at(-1)).toEqual({
      network: fakeNetwork(),
      layers: [{code: analyzedColor(254, 0, 0), alpha: 0.5}],
      ...USUAL,
    });
    await shown(alone(red, 0.5));
    expect(studio.store.get().styles.analyzing).toBeNull();
  });

  it('paints a gallery style', async () => {
    const {id} = studio.catalogue.styles[0]!;
    await looks.change(alone(id));

    expect(studio.engine.paint()).toBeDefined();
    expect(looks.current()).toEqual(alone(id));
  });

  it('sees the style at the side that the stroke size says', async () => {
    await looks.change(alone(red));
    await looks.change({stroke: 'fine', ...USUAL_LOOK});
    await looks.change({stroke: 'broad', ...USUAL_LOOK});

    const sides = studio.engine.analyzeStyle.mock.calls.map(([, , , side]) => side);
    expect(sides).toEqual([512, 256]);
    expect(looks.current().stroke).toBe('broad');
  });

  it('mixes styles by their relative weights', async () => {
    const styles = [
      {id: red, weight: 3},
      {id: blue, weight: 1},
    ];
    await looks.change({styles, alpha: 1});

    const mean = [...layer().code.statistics['f4']!.mean];
    expect(mean[0]).toBeCloseTo(254 * 0.75, 3);
    expect(mean[2]).toBeCloseTo(254 * 0.25, 3);
  });

  it('mixes a hundred styles', async () => {
    const reds = Array.from({length: 100}, (_, place) => 2 * place + 20);
    const ids = [];
    for (const value of reds) ids.push(await library.add(await colorFile(`rgb(${value} 0 0)`), ''));
    await looks.change({styles: ids.map((id) => ({id, weight: 1}))});

    expect(new Set(ids).size).toBe(100);
    expect(layer().code.statistics['f4']!.mean[0]).toBeCloseTo(119, -1);
  });

  it('paints known styles in the same task', async () => {
    await looks.change(alone(red));
    await looks.change(alone(blue));
    void looks.change(alone(red, 0.25));

    expect(layer()).toEqual({code: analyzedColor(254, 0, 0), alpha: 0.25});
  });

  it('tells which style is analysed, until it is', async () => {
    const {resolve} = holdAnalysis();
    const showing = looks.change(alone(red));
    await vi.waitFor(() => {
      expect(studio.store.get().styles.analyzing).toBe(red);
    });
    resolve(codeOfColor(1, 2, 3));
    await showing;

    expect(studio.store.get().styles.analyzing).toBeNull();
  });

  it('paints the newest look, also where an older one takes longer', async () => {
    await looks.change(alone(blue));
    const {resolve} = holdAnalysis();
    const slow = looks.change(alone(red));
    await looks.change(alone(blue, 0.5));
    resolve(codeOfColor(1, 2, 3));
    await slow;

    expect(layer()).toMatchObject({alpha: 0.5});
    expect(studio.engine.paints.filter(Boolean)).toHaveLength(2);
    await shown(alone(blue, 0.5));
    expect(studio.store.get().styles.analyzing).toBeNull();
  });

  it('leaves the look before where a style fails', async () => {
    await looks.change(alone(blue));
    studio.engine.analyzeStyle.mockRejectedValueOnce(new Error('Broken by the test.'));

    await expect(looks.change(alone(red))).rejects.toThrow('Broken by the test.');
    expect(looks.current()).toEqual(alone(blue));
    await shown(alone(blue));
    expect(studio.store.get().styles.analyzing).toBeNull();
    expect(studio.engine.paints.filter(Boolean)).toHaveLength(1);
  });

  it('leaves the look that is painted where a style fails while another waits', async () => {
    await looks.change(alone(blue));
    const {promise, resolve} = holdAnalysis();
    const waiting = looks.change(alone(red));
    const third = await library.add(await colorFile('lime'), 'Lime');
    studio.engine.analyzeStyle.mockRejectedValueOnce(new Error('Broken by the test.'));
    await expect(looks.change(alone(third))).rejects.toThrow();
    resolve(codeOfColor(1, 2, 3));
    await Promise.all([promise, waiting]);

    expect(looks.current()).toEqual(alone(blue));
    expect(studio.engine.paints.filter(Boolean)).toHaveLength(1);
  });

  it('knows only the styles there are, and says so', async () => {
    const before = looks.current();

    await expectRefusal(alone('nobody'), 'no style called “nobody”');
    expect(looks.current()).toBe(before);
  });

  it.each<[Look, RegExp]>([
    [{styles: [], alpha: 1, stroke: 'broad', ...USUAL_LOOK}, /at least one style/],
    [{styles: [{id: 'x', weight: 0}], alpha: 1, stroke: 'broad', ...USUAL_LOOK}, /weights above 0/],
    [
      {styles: [{id: 'x', weight: Number.NaN}], alpha: 1, stroke: 'broad', ...USUAL_LOOK},
      /weights above 0/,
    ],
    [
      {styles: [{id: 'x', weight: 1}], alpha: 7, stroke: 'broad', ...USUAL_LOOK},
      /from 0 to 1.5, but it is 7/,
    ],
    [
      {styles: [{id: 'x', weight: 1}], alpha: Number.NaN, stroke: 'broad', ...USUAL_LOOK},
      /from 0 to 1/,
    ],
  ])('refuses the look %j', async (look, words) => {
    await expectRefusal(look, words);
  });

  it('says what to do where the picture of a style cannot be loaded', async () => {
    const style = alone(studio.catalogue.styles[1]!.id);
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', {status: 404}));
    await expectRefusal(style, 'Try another');

    vi.mocked(window.fetch).mockRejectedValue(new TypeError('Offline, says the test.'));
    await expectRefusal(style, 'Try another');
  });
});

it('gets to know a look that is not painted yet, and leaves what is', async () => {
  await looks.change(alone(red));
  expect(looks.paintOf({stroke: 'fine'})).toBeUndefined();
  await looks.expect({stroke: 'fine'});
  await looks.expect({stroke: 'fine'});

  expect(looks.paintOf({stroke: 'fine'})?.layers).toHaveLength(1);
  expect(studio.engine.analyzeStyle).toHaveBeenCalledTimes(2);
  expect(looks.current()).toEqual(alone(red));
  expect(studio.engine.paints.filter(Boolean)).toHaveLength(1);
});

it('tells the store of a look that changes all the time ten times a second', async () => {
  await looks.change(alone(red));
  await shown(alone(red));
  await new Promise((resolve) => setTimeout(resolve, 120));
  let told = 0;
  const stop = studio.store.subscribe((state) => {
    if (state.look !== last) told++;
    last = state.look;
  });
  let last = studio.store.get().look;
  const start = performance.now();
  for (let change = 1; change <= 60; change++) {
    void looks.change({alpha: change / 60});
    expect(looks.current().alpha).toBe(change / 60);
    expect(layer().alpha).toBe(change / 60);
    await new Promise((resolve) => setTimeout(resolve, 1000 / 60));
  }
  const seconds = (performance.now() - start) / 1000;
  stop();

  expect(told).toBeGreaterThan(1);
  expect(told).toBeLessThanOrEqual(Math.ceil(10 * seconds) + 1);
  await shown(alone(red));
});

describe('other styles', () => {
  /** How far what is painted at some times has come in. */
  const fadedIn = (...times: number[]) => times.map((timeMs) => looks.paintAt(timeMs)?.fadedIn);

  beforeEach(async () => {
    await looks.change(alone(blue));
    await looks.change(alone(red));
    looks.paintAt(1000);
  });

  it('come in within a quarter of a second of the last frame without them', async () => {
    await looks.change(alone(blue));
    const [soon, later] = [looks.paintAt(1050)!, looks.paintAt(1125)!];

    expect([soon.fadedIn, later.fadedIn]).toEqual([0.2, 0.5]);
    expect(later.layers).toBe(soon.layers);
    expect(fadedIn(1250, 1260)).toEqual([undefined, undefined]);
  });

  it('come in with another network, too', async () => {
    await looks.changeAnalyst(analystOf('other'));
    expect(fadedIn(1050)).toEqual([0.2]);
  });

  it('come in with other strokes, too', async () => {
    await looks.change({stroke: 'medium'});
    expect(fadedIn(1050)).toEqual([0.2]);
  });

  it('are there at once where frames are slow', async () => {
    await looks.change(alone(blue));
    expect(fadedIn(1400)).toEqual([undefined]);
  });

  it('are there at once where a person wants it so', async () => {
    studio.store.patch('settings', {crossFade: false});
    await looks.change(alone(blue));
    expect(fadedIn(1050)).toEqual([undefined]);
  });

  it('are there at once where the system asks for less motion', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (query) => ({matches: query.includes('reduced-motion')}) as MediaQueryList,
    );
    await looks.change(alone(blue));
    expect(fadedIn(1050)).toEqual([undefined]);
  });

  it('are mixed with those before where they are to come in slowly', async () => {
    await looks.change({...alone(blue), alpha: 0.5}, 1000);
    /** Red of the style, the strength, and how far the step has come in. */
    const at = (timeMs: number) => {
      const {layers, fadedIn: came} = looks.paintAt(timeMs)!;
      return [layers[0]!.code.statistics['f4']!.mean[0]! / 254, layers[0]!.alpha, came];
    };

    expect(at(1000)).toEqual([1, 1, 0]);
    const [quarter, half, last] = [at(1250), at(1530), at(1900)];
    expect(quarter[0]).toBeCloseTo(0.75);
    expect(quarter[1]).toBeCloseTo(0.875);
    expect(half[0]).toBeCloseTo(0.5);
    expect(half[2]).toBeCloseTo(0.24);
    expect(last[0]).toBeCloseTo(0.125);
    expect(at(2010)[0]).toBe(0);
    expect(at(2300)).toEqual([0, 0.5, undefined]);
  });

  it('go on from where a slow change was broken off', async () => {
    await looks.change(alone(blue), 1000);
    looks.paintAt(1510);
    await looks.change(alone(red), 1000);
    const {layers} = looks.paintAt(1515)!;

    expect(layers[0]!.code.statistics['f4']!.mean[0]! / 254).toBeCloseTo(0.5);
  });

  it('come slowly at once, too, where a person wants no fades', async () => {
    studio.store.patch('settings', {crossFade: false});
    await looks.change(alone(blue), 1000);
    expect(fadedIn(1050)).toEqual([undefined]);
  });

  it('are what fades, not strength nor shares', async () => {
    await looks.change({alpha: 0.5});
    expect(fadedIn(1050)).toEqual([undefined]);
  });
});

describe('another network', () => {
  it('takes over with the look of the moment', async () => {
    await looks.change(alone(red, 0.5));
    await looks.changeAnalyst(analystOf('other'));

    expect(studio.engine.paint()).toMatchObject({
      network: {name: 'other'},
      layers: [{alpha: 0.5}],
    });
  });

  it('takes over with the look that is shown when it is ready', async () => {
    await looks.change(alone(red));
    const {resolve} = holdAnalysis();
    const changing = looks.changeAnalyst(analystOf('other'));
    await vi.waitFor(() => {
      expect(studio.engine.analyzeStyle).toHaveBeenCalledTimes(2);
    });
    await looks.change(alone(blue));
    resolve(codeOfColor(1, 2, 3));
    await changing;

    expect(studio.engine.paint()).toMatchObject({network: {name: 'other'}});
    expect(layer().code).toEqual(analyzedColor(0, 0, 254));
  });

  it('leaves the one before where it cannot analyse the style', async () => {
    await looks.change(alone(red));
    studio.engine.analyzeStyle.mockRejectedValueOnce(new Error('Broken by the test.'));

    await expect(looks.changeAnalyst(analystOf('other'))).rejects.toThrow('Broken');
    expect(studio.engine.paint()).toMatchObject({network: {name: 'toy'}});
  });
});

describe('a style that was removed', () => {
  it('gives way to the first one', async () => {
    await looks.change(alone(red, 0.5));
    await library.remove(red);
    await looks.drop(red);

    const {styles} = firstLook(studio.catalogue);
    expect(looks.current()).toEqual({styles, alpha: 0.5, stroke: 'broad', ...USUAL_LOOK});
    expect(studio.engine.paints.filter(Boolean)).toHaveLength(2);
  });

  it('leaves the others of a mix', async () => {
    const styles = [
      {id: red, weight: 1},
      {id: blue, weight: 1},
    ];
    await looks.change({styles});
    await library.remove(red);
    await looks.drop(red);

    expect(looks.current().styles).toEqual([{id: blue, weight: 1}]);
    expect(layer().code).toEqual(analyzedColor(0, 0, 254));
  });

  it('leaves its region to the look', async () => {
    await looks.change({...alone(blue), background: {by: 'style', id: red}});
    await library.remove(red);
    await looks.drop(red);

    const {styles, background} = looks.current();
    expect([styles, background]).toEqual([alone(blue).styles, AS_LOOK]);
    expect(studio.engine.paint()?.layers).toHaveLength(1);
    expect(layer().code).toEqual(analyzedColor(0, 0, 254));
  });

  it('that is not shown changes nothing', async () => {
    await looks.change(alone(red));
    await library.remove(blue);
    await looks.drop(blue);

    expect(studio.engine.paints.filter(Boolean)).toHaveLength(1);
  });
});

describe('a brush that is still to be fetched', () => {
  const sketch = codeOfColor(1, 2, 3);
  const brushed = codeOfColor(4, 5, 6);
  let arrive: (code: StyleCode | undefined) => void;
  /** The code that each frame so far was painted with. */
  const codes = () => studio.engine.paints.flatMap((paint) => paint?.layers[0]?.code ?? []);

  beforeEach(() => {
    const {promise, resolve} = createDeferred<StyleCode | undefined>();
    arrive = resolve;
    const brushes = {
      has: () => true,
      sketchOf: (id: string) => Promise.resolve(id === blue ? undefined : sketch),
      codeOf: () => promise,
      expect() {},
    };
    looks.dispose();
    looks = createLooks(studio.store, studio.painter, Promise.resolve(analystOf('toy', brushes)));
  });

  it('is not waited for: it comes in over the sketch', async () => {
    const changing = looks.change(alone(red));
    await vi.waitFor(() => {
      expect(codes()).toEqual([sketch]);
    });
    await shown(alone(red));
    expect(studio.store.get().styles.analyzing).toBe(red);
    looks.paintAt(1000);
    arrive(brushed);
    await changing;

    expect(codes()).toEqual([sketch, brushed]);
    expect(looks.paintAt(1125)?.fadedIn).toBe(0.5);
    expect(studio.store.get().styles.analyzing).toBeNull();
  });

  it('lets the strength be changed meanwhile', async () => {
    const changing = looks.change(alone(red));
    await vi.waitFor(() => {
      expect(codes()).toEqual([sketch]);
    });
    const stronger = looks.change({alpha: 0.5});
    await vi.waitFor(() => {
      expect(layer()).toEqual({code: sketch, alpha: 0.5});
    });
    expect(looks.paintAt(1000)?.fadedIn).toBeUndefined();
    arrive(brushed);
    await Promise.all([changing, stronger]);

    expect(layer()).toEqual({code: brushed, alpha: 0.5});
  });

  it('is left out where it does not come', async () => {
    const changing = looks.change(alone(red));
    arrive(undefined);
    await changing;

    expect(codes().at(-1)).toEqual(sketch);
  });

  it('does not hold up a style without', async () => {
    const changing = looks.change(alone(blue));
    arrive(undefined);
    await changing;

    expect(codes()).toEqual([analyzedColor(0, 0, 254)]);
  });

  it('does not bring back a style that another has taken the place of', async () => {
    const changing = looks.change(alone(red));
    void looks.change(alone(blue)).catch(() => {});
    arrive(undefined);
    await changing;
    await vi.waitFor(() => {
      expect(codes()).toEqual([analyzedColor(0, 0, 254)]);
    });
  });
});

function analystOf(network: string, brushes = NO_BRUSHES): StyleAnalyst {
  const pictureOf = (id: string) => library.pictureOf(id);
  return new StyleAnalyst(
    studio.engine as unknown as Engine,
    fakeNetwork(network),
    () => brushes,
    shelf,
    pictureOf,
  );
}

function alone(id: string, alpha = 1): Look {
  return {styles: [{id, weight: 1}], alpha, stroke: 'broad', ...USUAL_LOOK};
}

/** The layer that a frame of now would be painted with. */
function layer() {
  return studio.engine.paint()!.layers[0]!;
}

/** Waits until the store has a look. */
async function shown(look: Look) {
  await vi.waitFor(() => {
    expect(studio.store.get().look).toEqual(look);
  });
}

async function expectRefusal(look: Look, words: RegExp | string) {
  const refusal: unknown = await looks.change(look).catch((error: unknown) => error);
  expect(sentence((refusal as {told: Parameters<typeof sentence>[0]}).told)).toMatch(words);
}

/** Makes the next analysis wait for the test. */
function holdAnalysis() {
  const held = createDeferred<StyleCode>();
  studio.engine.analyzeStyle.mockReturnValueOnce(held.promise);
  return held;
}
