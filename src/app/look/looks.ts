import type {Paint, PaintAt} from '../../gpu/painter.ts';
import type {Engine} from '../../live/engine.ts';
import {atMostEvery} from '../at-most-every.ts';
import {AppError} from '../notices/app-error.ts';
import {createMaskPictures, type MaskPictures} from '../regions/mask-pictures.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {StyleAnalyst} from '../styles/style-analyst.ts';
import {styleEntry} from '../styles/style-entry.ts';
import {wantsLessMotion} from '../view/wants-less-motion.ts';
import {coversOf, withoutStyles} from './covers.ts';
import type {Glide, startGlide} from './glide.ts';
import {checkLook, type Look} from './look-table.ts';
import {recallLook, resolveLook, sketchLook, stylesOfLook} from './resolve-look.ts';

/** Other styles come in over those before in this time, in milliseconds. */
const FADE_MS = 250;

/** The page follows a look that changes all the time this often, in milliseconds. */
const PUBLISH_MS = 100;

/** The look: what a person has set, and what is painted because of it. */
export type Looks = {
  /** The look of this moment; the store follows within a tenth of a second. */
  current(): Look;
  /**
   * Changes part of the look; the newest wins. It is painted with the next frame, or as soon as its
   * styles are analysed; where their brushes are still to be fetched, without these until they come in.
   *
   * @param fadeMs in which time it comes in, if that is not usual: what can be mixed with the look before is
   * @throws AppError if a value makes no sense, SourceError if a style's picture cannot be read
   */
  change(change: Partial<Look>, fadeMs?: number): Promise<void>;
  /** More is known of a style now: if it is in the look, what is known comes in. */
  renew(id: string): void;
  /** Shows the look without a style that was removed; without any, as on a first visit. */
  drop(id: string): Promise<void>;
  /** Shows the look by what another network knows; resolves when that paints. */
  changeAnalyst(next: StyleAnalyst): Promise<void>;
  /** What to paint at a moment, asked for each frame; undefined before the first look is known. */
  paintAt: PaintAt;
  /**
   * Has what is painted driven from now on, unless something comes in just then.
   *
   * @param drive gives what to paint in place of a paint, which is the same object while the look is
   */
  driveBy(drive: ((paint: Paint, timeMs: number) => Paint) | undefined): void;
  /** What would be painted for a change of the look, if all of it is known. */
  paintOf(change: Partial<Look>): Paint | undefined;
  /** Has all of it known, so that `paintOf` gives it. Throws where a style cannot be had, as `change`. */
  expect(change: Partial<Look>): Promise<unknown>;
  /** The pictures of the masks that looks have. */
  masks: MaskPictures;
  /** Publishes nothing more; may be called twice. */
  dispose(): void;
};

/**
 * Keeps the look of the store's first moment, and what follows.
 *
 * @param analyst of the network to paint with at first; resolves once it is there
 */
export function createLooks(
  store: Store<AppState>,
  engine: Promise<Engine>,
  analyst: Promise<StyleAnalyst>,
): Looks {
  const firstStyles = store.get().look.styles;
  const masks = createMaskPictures();
  /** What was asked for last, what is painted, and by whose knowledge. */
  let wanted = store.get().look;
  let shown = wanted;
  let paint: Paint | undefined;
  /** Whether brushes are still to come in. */
  let sketched = false;
  let current: StyleAnalyst | undefined;
  /** The time of the frame that was asked for last, and of the last one before what comes in. */
  let askedMs = 0;
  let fadeMs: number | undefined;
  let gliding: Glide | undefined;
  /** Comes with the first slow change; if it does not, that one comes in as others do. */
  let glide: typeof startGlide | undefined;
  let drive: ((paint: Paint, timeMs: number) => Paint) | undefined;
  let repaint = () => {};
  let newest = 0;

  const publishing = atMostEvery(PUBLISH_MS, () => {
    if (store.get().look !== wanted) store.set({look: wanted});
  });

  function want(look: Look) {
    wanted = look;
    publishing.ask();
  }

  function take(next: Paint, look: Look, {isSketch = false, isRenewed = false, glideMs = 0} = {}) {
    const others = next.network !== paint?.network || codesOf(look) !== codesOf(shown);
    const before = gliding?.mix ?? paint;
    const flows = before && store.get().settings.crossFade && !wantsLessMotion();
    if (glideMs > 0 && flows && glide) {
      gliding = glide(before, askedMs, glideMs);
    } else {
      gliding = undefined;
      if (others || isRenewed || (sketched && !isSketch)) fadeMs = flows ? askedMs : undefined;
    }
    sketched = isSketch;
    paint = next;
    shown = look;
    repaint();
  }

  /** Resolves a look, and paints with its sketches until it is, if it is to come in at once. */
  async function resolve(look: Look, request: number, sketches: boolean): Promise<Paint> {
    const knowing = current ?? (await analyst);
    current ??= knowing;
    const underWay = () => request === newest;
    let settled = false;
    const sketching = sketches ? sketchLook(look, knowing, masks) : Promise.resolve(undefined);
    void sketching.then((sketch) => {
      if (sketch && underWay() && !settled) take(sketch, look, {isSketch: true});
    });
    const onWait = (id: string) => {
      if (underWay()) store.patch('styles', {analyzing: id});
    };
    return resolveLook(look, knowing, masks, onWait).finally(() => (settled = true));
  }

  const paintAt: PaintAt = (timeMs) => {
    askedMs = timeMs;
    const onItsWay = paint && gliding?.at(timeMs, paint);
    if (onItsWay) return onItsWay;
    if (gliding) {
      // Its last mix flows into what it has come to.
      gliding = undefined;
      fadeMs = timeMs;
    }
    const fadedIn = paint && fadeMs !== undefined ? (timeMs - fadeMs) / FADE_MS : 1;
    if (paint && fadedIn < 1) return {...paint, fadedIn: Math.max(0, fadedIn)};
    fadeMs = undefined;
    return paint && drive ? drive(paint, timeMs) : paint;
  };

  engine.then(
    (painter) => {
      repaint = () => {
        painter.repaint();
      };
      painter.setPaintAt(paintAt);
    },
    () => {},
  );

  const looks: Looks = {
    current: () => wanted,
    paintAt,
    driveBy(next) {
      drive = next;
      repaint();
    },
    paintOf: (change) => current && recallLook({...shown, ...change}, current, masks),
    expect: async (change) =>
      resolveLook({...shown, ...change}, current ?? (await analyst), masks, () => {}),
    async change(change, glideMs = 0) {
      const look = {...wanted, ...change};
      const problem = checkLook(look);
      if (problem) throw new AppError(problem);
      for (const id of stylesOfLook(look)) styleEntry(store.get(), id);
      const request = ++newest;
      want(look);
      if (glideMs > 0 && !glide) {
        glide = (await import('./glide.ts').catch(() => {}))?.startGlide;
        if (request !== newest) return;
      }
      const known = current && recallLook(look, current, masks);
      if (known) {
        take(known, look, {glideMs});
        store.patch('styles', {analyzing: null});
        return;
      }
      try {
        const [next] = await Promise.all([resolve(look, request, glideMs === 0), engine]);
        if (request === newest) take(next, look, {glideMs});
      } catch (error) {
        // What a newer look has taken the place of may fail unseen.
        if (request !== newest) return;
        want(shown);
        throw error;
      } finally {
        if (request === newest) store.patch('styles', {analyzing: null});
      }
    },
    renew(id) {
      if (!stylesOfLook(shown).includes(id)) return;
      const known = current && recallLook(shown, current, masks);
      if (known) take(known, shown, {isRenewed: true});
    },
    async drop(id) {
      current?.forget(id);
      if (!stylesOfLook(wanted).includes(id)) return;
      const left = wanted.styles.filter((style) => style.id !== id);
      await looks.change({
        styles: left.length > 0 ? left : firstStyles,
        ...withoutStyles(wanted, (gone) => gone === id),
      });
    },
    async changeAnalyst(next) {
      for (;;) {
        const look = wanted;
        const known = await resolveLook(look, next, masks, () => {});
        if (look !== wanted) continue;
        current = next;
        // A look that the network before was still finding out is known now.
        newest++;
        store.patch('styles', {analyzing: null});
        take(known, look);
        return;
      }
    },
    masks,
    dispose: publishing.dispose,
  };
  return looks;
}

/** What a look takes from a network, and where: where that is the same, weights and strength may glide. */
function codesOf(look: Look): string {
  return JSON.stringify([look.stroke, stylesOfLook(look), coversOf(look)]);
}
