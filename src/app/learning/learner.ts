import type {Engine} from '../../live/engine.ts';
import {brushNames} from '../../network/fitting/brush-names.ts';
import type {FitRecipe, KeptFit} from '../../network/fitting/fitter.ts';
import {fitFrom, isKeptFit} from '../../network/fitting/kept-fit.ts';
import {type Manner, recipeNamed, RECIPES} from '../../network/fitting/recipes.ts';
import type {StyleCode} from '../../network/style-code.ts';
import type {Catalogue} from '../catalogue.ts';
import {loadPart} from '../load-part.ts';
import type {Look} from '../look/look-table.ts';
import type {Looks} from '../look/looks.ts';
import type {Networks} from '../networks/networks.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import {rest} from '../rest.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {pictureUrlOf} from '../styles/picture-url.ts';
import {readPicture} from '../styles/read-picture.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';
import type {StyleAnalyst} from '../styles/style-analyst.ts';
import {styleEntry} from '../styles/style-entry.ts';
import {fitKey, type StyleShelf} from '../styles/style-shelf.ts';
import {learn} from './learn.ts';
import {type LearningState, RESTING} from './learning-state.ts';

/** What a learner needs from the studio. */
export type LearnerParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Promise<Pick<Engine, 'openFitter' | 'grab'>>;
  networks: Promise<Pick<Networks, 'painting'>>;
  looks: Pick<Looks, 'current' | 'renew'>;
  shelf: Promise<Pick<StyleShelf, 'fit' | 'keepFit'>>;
  catalogue: Pick<Catalogue, 'styles' | 'lossNetwork'>;
  /** Gives the picture of a style. */
  pictureOf: (id: string) => Promise<Blob>;
};

/** Frames of the camera, and what lies between two of them, in milliseconds: a person has moved by then. */
const CAMERA_FRAMES = 6;
const CAMERA_REST_MS = 400;

/** What is learnt of a style, as the store has it. */
type Learnt = Pick<LearningState, 'learnt' | 'replaced'>;
const NOTHING: Learnt = {learnt: null, replaced: false};

/** The recipe of brushes that were fitted elsewhere: none of the page's. */
const GIVEN = 'given';

/** How a style is to be learnt. */
export type LearnOptions = {
  /** By which recipe; without, it goes on by the one that it was begun with, or by the usual one. */
  manner?: Manner | undefined;
  /** It is given up if it takes longer by the look of its first steps, in seconds. */
  mostSeconds?: number;
  /** Beside a recording, too, for which it waits else. */
  besideRecording?: boolean;
};

/** Learns styles, one at a time, while the picture goes on. */
export type Learner = {
  /**
   * Learns a style for the network that paints, at the stroke size of the look; goes on where an earlier
   * time has ended, and from the brush that there is. Resolves when it is learnt or stopped, or would take
   * too long.
   *
   * @throws AppError where it cannot be, FitFailedError, ContextLostError, WeightsError
   */
  learn(id: string, options?: LearnOptions): Promise<'learnt' | 'stopped' | 'slow'>;
  /**
   * Paints the style of the look, which came with a brush, with that again, and forgets what was learnt of it
   * at the stroke size of the look.
   *
   * @throws AppError while it is being learnt, DOMException where the storage is denied
   */
  unlearn(id: string): Promise<void>;
  /** Stops what is being learnt, of this style or of any; what is learnt by then stays. */
  stop(id?: string): void;
  /** From now on keeps the store told of what could be learnt of the look. */
  follow(): void;
};

/** @param signal ends it all */
export function createLearner(parts: LearnerParts, signal: AbortSignal): Learner {
  const {store, notices, engine, networks, looks, shelf, catalogue, pictureOf} = parts;
  let underWay: {id: string; stop: AbortController} | undefined;

  /** Resolves when nothing is recorded, or at once when it is stopped. */
  async function whenNotRecording(signal: AbortSignal): Promise<void> {
    const isRecording = () => store.get().captures.recording.phase !== 'idle';
    if (!isRecording()) return;
    store.patch('learning', {waits: true});
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe(() => {
        if (isRecording()) return;
        unsubscribe();
        resolve();
      });
      signal.addEventListener('abort', () => {
        unsubscribe();
        resolve();
      });
    });
    store.patch('learning', {waits: false});
  }

  /** Some frames of the camera, where a person has said that a style may be learnt on them, too. */
  async function cameraFrames(painter: Pick<Engine, 'grab'>, ended: AbortSignal) {
    const frames: ImageBitmap[] = [];
    const isWanted = () => {
      const {settings, source} = store.get();
      return settings.learnOnCamera && source.kind === 'camera' && !ended.aborted;
    };
    while (frames.length < CAMERA_FRAMES && isWanted()) {
      const frame = await painter.grab('frame');
      if (frame) frames.push(frame);
      await rest(CAMERA_REST_MS, ended);
    }
    return frames;
  }

  async function learnNow(
    id: string,
    stop: AbortController,
    {manner, mostSeconds = Infinity, besideRecording = false}: LearnOptions,
  ): ReturnType<Learner['learn']> {
    const {lossNetwork, styles} = catalogue;
    if (!lossNetwork) throw new AppError({key: 'learning.unavailable'});
    const source = loadPart(import('./fit-source.ts'));
    const [painter, those, kept, reading] = await Promise.all([engine, networks, shelf, source]);
    const {title} = styleEntry(store.get(), id);
    const {analyst} = those.painting;
    if (!isLearnable(analyst)) throw new AppError({key: 'learning.unable'});
    const side = STROKE_SIDES[looks.current().stroke];
    const frames = await cameraFrames(painter, signal);
    const [code, canvas, lossWeights, contents] = await Promise.all([
      analyst.analyze(id, side),
      pictureOf(id).then((picture) => readPicture(picture, side)),
      reading.loadLossWeights(lossNetwork),
      // Nothing is learnt from the style itself: it would be painted over itself.
      Promise.all(styles.filter((each) => each.id !== id).map(pictureUrlOf)).then((urls) =>
        reading.readFitContents(urls, frames),
      ),
    ]);
    const key = fitKey(id, analyst.network.checksum, side);
    const before: unknown = await kept.fit(key).catch(() => undefined);
    const {recipe, start} = wayOn(
      isKeptFit(before, analyst.network.weights) ? before : givenFit(code),
      manner,
    );
    let isSlow = false;
    const outcome = await learn(
      {
        openFitter: (from) =>
          painter.openFitter({
            network: analyst.network,
            lossWeights,
            style: {...paletted(code), picture: reading.fitPicture(canvas, side)},
            contents,
            recipe,
            start: from,
          }),
        steps: recipe.steps,
        start,
        keep: (fit) => kept.keepFit(key, fit),
        show(brush) {
          analyst.takeBrush(id, side, brush);
          looks.renew(id);
        },
        onProgress({share, secondsLeft = null}) {
          store.patch('learning', {share, secondsLeft});
          isSlow = secondsLeft !== null && secondsLeft > mostSeconds;
          if (isSlow) stop.abort();
        },
        async ready() {
          if (!besideRecording) await whenNotRecording(stop.signal);
          if (those.painting.analyst === analyst) return;
          // What is learnt is of use to the network before alone.
          notices.show('info', {key: 'learning.network', values: {title}});
          stop.abort();
        },
        now: () => performance.now(),
      },
      stop.signal,
    );
    return isSlow ? 'slow' : outcome;
  }

  function busy(id: string): AppError {
    const {title} = styleEntry(store.get(), id);
    return new AppError({key: 'learning.busy', values: {title}});
  }

  /** What is learnt of the look's style. */
  async function learntOf({styles, stroke}: Look): Promise<Learnt> {
    const [only, ...others] = styles;
    if (!catalogue.lossNetwork || !only || others.length > 0) return NOTHING;
    const [{painting}, kept] = await Promise.all([networks, shelf]);
    const {analyst} = painting;
    if (!isLearnable(analyst)) return NOTHING;
    const side = STROKE_SIDES[stroke];
    const isGiven = analyst.isFitted(only.id, side);
    const key = fitKey(only.id, analyst.network.checksum, side);
    const fit = await kept.fit(key).catch(() => undefined);
    if (!fit) return {learnt: isGiven ? 1 : 0, replaced: false};
    // By a recipe that is no more, it is learnt as well as it can be.
    const learnt = Math.min(1, fit.steps / (recipeNamed(fit.recipe)?.steps ?? 1));
    return {learnt, replaced: isGiven};
  }

  return {
    follow() {
      let asked: readonly unknown[] = [];
      const look = async () => {
        const state = store.get();
        const now = [state.look.styles, state.look.stroke, state.stats.model, state.learning.style];
        if (now.every((value, index) => value === asked[index])) return;
        asked = now;
        const {learnt, replaced} = await learntOf(state.look);
        const {learning} = store.get();
        const isNew = learnt !== learning.learnt || replaced !== learning.replaced;
        if (asked === now && isNew) store.patch('learning', {learnt, replaced});
      };
      void look().catch(() => {});
      const stop = store.subscribe(() => void look().catch(() => {}));
      signal.addEventListener('abort', () => void stop());
    },
    async learn(id, options = {}) {
      if (underWay) throw busy(underWay.id);
      styleEntry(store.get(), id);
      const stop = new AbortController();
      const end = () => {
        stop.abort();
      };
      signal.addEventListener('abort', end);
      underWay = {id, stop};
      store.patch('learning', {...RESTING, style: id});
      try {
        return await learnNow(id, stop, options);
      } finally {
        signal.removeEventListener('abort', end);
        underWay = undefined;
        store.patch('learning', RESTING);
      }
    },
    async unlearn(id) {
      if (underWay?.id === id) throw busy(underWay.id);
      const {analyst} = (await networks).painting;
      await analyst.takeGivenBrush(id, STROKE_SIDES[looks.current().stroke]);
      looks.renew(id);
      store.patch('learning', {learnt: 1, replaced: false});
    },
    stop(id) {
      if (!id || underWay?.id === id) underWay?.stop.abort();
    },
  };
}

function isLearnable({network}: StyleAnalyst): boolean {
  return brushNames(network.architecture).length > 0;
}

/** The brush that a style came with, to go on from; undefined where there is none. */
function givenFit({brushes}: StyleCode): KeptFit | undefined {
  const [given] = brushes ?? [];
  return given && fitFrom(given.brush, GIVEN);
}

/** By which recipe a style is learnt, and from where. */
function wayOn(
  before: KeptFit | undefined,
  manner: Manner | undefined,
): {recipe: FitRecipe; start: KeptFit | undefined} {
  const begun = before && recipeNamed(before.recipe);
  const recipe = manner ? RECIPES[manner] : (begun ?? RECIPES.usual);
  if (!before) return {recipe, start: undefined};
  const isUnfinished = recipe.name === before.recipe && before.steps < recipe.steps;
  // Learnt once more, a style is shown no worse meanwhile: that begins with the brush there is.
  return {recipe, start: isUnfinished ? before : fitFrom(before.brush, recipe.name)};
}

function paletted({statistics, palette}: StyleCode) {
  if (!palette) throw new Error('Expected a style with a palette, but it has none.');
  return {statistics, palette};
}
