import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {createLearner, type Learner} from '../../../src/app/learning/learner.ts';
import {createLooks, type Looks} from '../../../src/app/look/looks.ts';
import {type BrushesAt, openBrushes} from '../../../src/app/networks/open-brushes.ts';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {
  createForgetfulShelf,
  fitKey,
  type StyleShelf,
} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import {architectureOf} from '../../../src/network/architecture.ts';
import type {Brush} from '../../../src/network/brush.ts';
import type {Fitter, FitterSource} from '../../../src/network/fitting/fitter.ts';
import {RECIPES} from '../../../src/network/fitting/recipes.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {codeOfColor, fakeNetwork} from '../fake-engine.ts';
import {colorFile, type FakeStudio, fakeStudio} from '../fake-studio.ts';

const TERMS = {target: 1, style: 1, steady: 0, overshoot: 0};
const NETWORK = Object.assign(fakeNetwork(), {weights: brushOf(0)});
/** SHA-256 of no bytes. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** A loss network of no weights: nobody looks at these. */
const LOSS_NETWORK = {
  manifestUrl: `data:application/json,${JSON.stringify({weights: [], sha256: NOTHING})}`,
  weightsUrl: 'data:application/octet-stream,',
};

let studio: FakeStudio;
let shelf: StyleShelf;
let looks: Looks;
let analyst: StyleAnalyst;
let painting: {name: string; analyst: StyleAnalyst};
let learner: Learner;
let opened: FitterSource[];
/** Called in each step, with the steps before it. */
let onStep: (steps: number) => Promise<void> | void;
let first: string;
let closing: AbortController;
const grab = vi.fn(() => createImageBitmap(new ImageData(320, 240)));

beforeEach(async () => {
  studio = fakeStudio();
  const {store, notices, painter, catalogue} = studio;
  [first] = catalogue.styles.map(({id}) => id) as [string];
  shelf = createForgetfulShelf();
  closing = new AbortController();
  opened = [];
  onStep = () => {};
  analyst = analystOf();
  painting = {name: 'toy', analyst};
  looks = createLooks(store, painter, Promise.resolve(analyst));
  await looks.change({styles: [{id: first, weight: 1}]});
  learner = createLearner(
    {
      store,
      notices,
      engine: Promise.resolve({openFitter: (source) => Promise.resolve(fakeFitter(source)), grab}),
      networks: Promise.resolve({
        get painting() {
          return painting;
        },
      }),
      looks,
      shelf: Promise.resolve(shelf),
      catalogue: {...catalogue, lossNetwork: LOSS_NETWORK},
      pictureOf: () => colorFile('red'),
    },
    closing.signal,
  );
});

afterEach(() => {
  closing.abort();
});

it('learns the style of the look, which shows it, and keeps it', async () => {
  const shares: number[] = [];
  studio.store.subscribe(({learning}) => shares.push(learning.share));
  await learner.learn(first);

  expect(shownSteps()).toBe(RECIPES.usual.steps);
  expect((await shelf.fit(fitKey(first, NETWORK.checksum, 512)))!.steps).toBe(RECIPES.usual.steps);
  expect(Math.max(...shares)).toBe(1);
  expect(studio.store.get().learning).toMatchObject({style: null, share: 0});
  const [{style, start}] = opened as [FitterSource];
  expect(style.picture).toMatchObject({width: 32, height: 32});
  expect(start).toBeUndefined();
});

it('goes on where it was stopped', async () => {
  onStep = (steps) => {
    if (steps === 25) learner.stop();
  };
  await learner.learn(first);
  expect(shownSteps()).toBe(26);
  onStep = () => {};
  await learner.learn(first);

  expect(opened[1]!.start!.steps).toBe(26);
  expect(shownSteps()).toBe(RECIPES.usual.steps);
});

it('learns on from the brush there is, longer or stronger', async () => {
  await learner.learn(first);
  const shown: (number | undefined)[] = [];
  onStep = (steps) => {
    if (steps === 0 || steps === 11) shown.push(shownSteps());
  };
  await learner.learn(first, {manner: 'longer'});

  const {steps, name} = RECIPES.longer;
  const [, {recipe, start}] = opened as [FitterSource, FitterSource];
  expect(recipe.name).toBe(name);
  expect(start).toMatchObject({recipe: name, steps: 0});
  expect(start!.brush.get('bias')!.values[0]).toBe(RECIPES.usual.steps);
  expect([...start!.first.get('bias')!.values]).toEqual([0]);
  // Until ten steps are taken, the brush before them is painted with.
  expect(shown).toEqual([RECIPES.usual.steps, 10]);
  expect(await shelf.fit(fitKey(first, NETWORK.checksum, 512))).toMatchObject({
    recipe: name,
    steps,
  });

  await learner.learn(first, {manner: 'stronger'});
  expect(opened[2]!.recipe.styleWeight).toBeGreaterThan(recipe.styleWeight);
});

it('goes on by the recipe that it was begun with', async () => {
  onStep = (steps) => {
    if (steps === 15) learner.stop();
  };
  await learner.learn(first, {manner: 'stronger'});
  onStep = () => {};
  expect(await learner.learn(first)).toBe('learnt');

  expect(opened[1]!.recipe).toBe(RECIPES.stronger);
  expect(opened[1]!.start!.steps).toBe(16);
});

it('learns on frames of the camera where a person has said so, and nowhere else', async () => {
  const {store} = studio;
  const contents = () => opened.at(-1)!.contents.length;
  onStep = () => {
    learner.stop();
  };
  await learner.learn(first);
  const without = contents();
  store.patch('settings', {learnOnCamera: true});
  await learner.learn(first);
  expect(contents()).toBe(without);
  store.patch('source', {kind: 'camera'});
  await learner.learn(first);
  expect(contents()).toBe(without + 6);
  store.patch('settings', {learnOnCamera: false});
  grab.mockClear();
  await learner.learn(first);

  expect(contents()).toBe(without);
  expect(grab).not.toHaveBeenCalled();
});

it('begins anew where what is kept is damaged', async () => {
  const bad = brushOf(NaN);
  const fit = {recipe: RECIPES.usual.name, steps: 30, brush: bad, first: bad, second: bad};
  await shelf.keepFit(fitKey(first, NETWORK.checksum, 512), fit);
  await learner.learn(first);

  expect(opened[0]!.start).toBeUndefined();
});

it('gives up what would take too long', async () => {
  onStep = () => new Promise((resolve) => setTimeout(resolve, 20));
  expect(await learner.learn(first, {mostSeconds: 1})).toBe('slow');
  onStep = () => {};
  expect(await learner.learn(first, {mostSeconds: 60})).toBe('learnt');
});

it('shows nothing of a style that is not in the look', async () => {
  const other = studio.catalogue.styles[1]!.id;
  await learner.learn(other);

  expect(shownSteps()).toBeUndefined();
  await looks.change({styles: [{id: other, weight: 1}]});
  expect(shownSteps()).toBe(RECIPES.usual.steps);
});

it('learns one style at a time', async () => {
  let second: Promise<void> | undefined;
  onStep = (steps) => {
    if (steps === 3)
      second = expect(learner.learn(first)).rejects.toMatchObject({told: {key: 'learning.busy'}});
  };
  await learner.learn(first);
  await second;

  expect(opened).toHaveLength(1);
});

it('waits until a recording ends', async () => {
  const record = (phase: 'recording' | 'idle') =>
    studio.store.patch('captures', {recording: {phase, elapsedMs: 0, bytes: 0}});
  let waited = false;
  onStep = (steps) => {
    if (steps !== 9) return;
    record('recording');
    setTimeout(() => {
      waited = studio.store.get().learning.waits;
      record('idle');
    }, 20);
  };
  await learner.learn(first);

  expect(waited).toBe(true);
  expect(studio.store.get().learning.waits).toBe(false);
  expect(shownSteps()).toBe(RECIPES.usual.steps);
});

it('goes on beside a recording where that is asked for', async () => {
  studio.store.patch('captures', {recording: {phase: 'recording', elapsedMs: 0, bytes: 0}});

  expect(await learner.learn(first, {besideRecording: true})).toBe('learnt');
});

it('ends with the studio', async () => {
  onStep = (steps) => {
    if (steps === 5) closing.abort();
  };

  expect(await learner.learn(first)).toBe('stopped');
});

it('stops while it waits for a recording', async () => {
  studio.store.patch('captures', {recording: {phase: 'recording', elapsedMs: 0, bytes: 0}});
  const learning = learner.learn(first);
  await vi.waitFor(() => expect(studio.store.get().learning.waits).toBe(true));
  learner.stop('another style');
  expect(studio.store.get().learning.style).toBe(first);
  learner.stop(first);
  await learning;

  expect(shownSteps()).toBeUndefined();
  expect(studio.store.get().learning.style).toBeNull();
});

it('ends where another network paints, with what was learnt', async () => {
  onStep = (steps) => {
    if (steps === 14) painting = {name: 'other', analyst: analystOf()};
  };
  await learner.learn(first);

  expect(studio.sentences('info')[0]).toContain('Another network paints now');
  expect((await shelf.fit(fitKey(first, NETWORK.checksum, 512)))!.steps).toBe(15);
});

it('says what is missing', async () => {
  await expect(learner.learn('no-such-style')).rejects.toMatchObject({
    told: {key: 'style.unknown'},
  });
  const without = createLearner(
    {
      ...studio,
      engine: Promise.reject(new Error('Nobody asks.')).catch(() => ({}) as Engine),
      networks: Promise.resolve({painting}),
      looks,
      shelf: Promise.resolve(shelf),
      pictureOf: () => colorFile('red'),
    },
    closing.signal,
  );
  await expect(without.learn(first)).rejects.toMatchObject({told: {key: 'learning.unavailable'}});
  expect(studio.store.get().learning.style).toBeNull();
});

it('tells what is learnt of the style of the look', async () => {
  const {store} = studio;
  const learnt = () => store.get().learning.learnt;
  learner.follow();
  await vi.waitFor(() => expect(learnt()).toBe(0));
  onStep = (steps) => {
    if (steps === 119) learner.stop();
  };
  await learner.learn(first);
  await vi.waitFor(() => expect(learnt()).toBe(0.5));

  const [, second] = studio.catalogue.styles.map(({id}) => ({id, weight: 1}));
  store.set({look: {...store.get().look, styles: [{id: first, weight: 1}, second!]}});
  await vi.waitFor(() => expect(learnt()).toBeNull());
  store.set({look: {...store.get().look, styles: [second!]}});
  await vi.waitFor(() => expect(learnt()).toBe(0));
});

it('learns on from the brush that a style came with, and takes that again', async () => {
  const {store} = studio;
  const palette = paletteOf(new Uint8ClampedArray(16));
  const given: BrushesAt = () => ({
    has: () => true,
    sketchOf: () => Promise.resolve(undefined),
    codeOf: () =>
      Promise.resolve({...codeOfColor(1, 2, 3), palette, brushes: [{brush: brushOf(7), share: 1}]}),
    expect() {},
  });
  painting.analyst = analystOf(NETWORK, given);
  await looks.changeAnalyst(painting.analyst);
  learner.follow();
  await vi.waitFor(() => expect(store.get().learning).toMatchObject({learnt: 1, replaced: false}));
  expect(shownSteps()).toBe(7);

  await learner.learn(first, {manner: 'stronger'});
  expect(opened[0]!.start!.brush).toEqual(brushOf(7));
  expect(opened[0]!.start!.steps).toBe(0);
  expect(shownSteps()).toBe(RECIPES.stronger.steps);
  await vi.waitFor(() => expect(store.get().learning).toMatchObject({learnt: 1, replaced: true}));

  await learner.unlearn(first);
  expect(shownSteps()).toBe(7);
  expect(store.get().learning).toMatchObject({learnt: 1, replaced: false});
  expect(await shelf.fit(fitKey(first, NETWORK.checksum, 512))).toBeUndefined();
});

it('has nothing to learn for a network that cannot', async () => {
  const paper = Object.assign(fakeNetwork('paper'), {architecture: architectureOf('vgg19', 1)});
  painting.analyst = analystOf(paper);
  studio.store.patch('learning', {learnt: 1});
  learner.follow();
  await vi.waitFor(() => expect(studio.store.get().learning.learnt).toBeNull());

  await expect(learner.learn(first)).rejects.toMatchObject({told: {key: 'learning.unable'}});
});

/** The steps of the brush that a frame of now is painted with. */
function shownSteps(): number | undefined {
  const [brush] = studio.engine.paint()?.layers[0]?.code.brushes ?? [];
  return brush?.brush.get('bias')!.values[0];
}

function analystOf(network = NETWORK, brushes = openBrushes(NETWORK, undefined)): StyleAnalyst {
  return new StyleAnalyst(studio.engine as unknown as Engine, network, brushes, shelf, () =>
    colorFile('red'),
  );
}

/** A fitter whose brush is the number of its steps. */
function fakeFitter(source: FitterSource): Fitter {
  opened.push(source);
  let steps = source.start?.steps ?? 0;
  return {
    get steps() {
      return steps;
    },
    async step() {
      await onStep(steps);
      steps++;
      return TERMS;
    },
    read() {
      const brush = brushOf(steps);
      return Promise.resolve({
        recipe: source.recipe.name,
        steps,
        brush,
        first: brush,
        second: brush,
      });
    },
    dispose() {},
  };
}

function brushOf(steps: number): Brush {
  return new Map([['bias', {shape: [1], values: Float32Array.of(steps)}]]);
}
