import type {Engine} from '../../live/engine.ts';
import type {Attempt} from '../attempt.ts';
import type {Looks} from '../look/looks.ts';
import type {PaintedRegions} from '../look/painted-key.ts';
import {AS_LOOK, isSameCover} from '../look/region-key.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {type Brush, createMaskPainter, type MaskPlace} from './mask-painter.ts';
import type {HandState} from './regions-state.ts';

/** What a person paints regions with. */
export type Hand = {
  /** Takes the brush up, or lays it down. */
  take(isTaken: boolean): void;
  choose(change: Partial<Brush>): void;
  /**
   * Paints from where the pointer was to where it is; without a place before, it begins a stroke.
   *
   * @param aspect of the frame
   */
  paint(to: MaskPlace, aspect: number): void;
  /** Ends a stroke, which the look has from then on. */
  lift(): void;
  invert(): void;
  clear(): void;
  undo(): void;
};

/** What a hand needs from the studio. */
export type HandParts = {
  store: Store<AppState>;
  engine: Promise<Pick<Engine, 'repaint' | 'openRegions'>>;
  looks: Pick<Looks, 'current' | 'change' | 'masks'>;
  /** Tells what goes wrong. */
  attempt: Attempt;
};

/** Covers that want no style. */
const FILMED = {red: {by: 'frame'}, green: {by: 'blur'}} as const;

/** Makes a hand without a brush. */
export function createHand({store, engine, looks, attempt}: HandParts): Hand {
  const painter = createMaskPainter();
  let before: MaskPlace | undefined;
  /** The mask that the look had when this hand was last at work. */
  let known = '';

  const patch = (change: Partial<HandState>) => {
    store.patch('regions', {hand: {...store.get().regions.hand, ...change}});
  };
  const brushOf = (): Brush => store.get().regions.hand.brush;
  const repaint = () => void engine.then((it) => it.repaint());

  /** Goes on from the mask of the look, which may be that of a cue. */
  async function follow() {
    const {mask} = looks.current().painted;
    if (mask === known) return;
    known = mask;
    painter.show(mask ? (looks.masks.recall(mask) ?? (await looks.masks.read(mask))) : undefined);
  }

  /** Has the look painted with what the hand paints. */
  async function begin() {
    if (!known) return keep();
    if (looks.masks.recall(known) === painter.mask) return;
    looks.masks.keep(known, painter.mask);
    await looks.change({});
  }

  /** Gives the mask to the look, by a name that changes with it. */
  async function keep() {
    const mask = painter.read();
    known = mask;
    if (mask) looks.masks.keep(mask, painter.mask);
    patch({canUndo: painter.canUndo});
    const {painted} = looks.current();
    try {
      await looks.change({painted: {...covered(painted), mask}});
    } catch (error) {
      // What is painted is not lost because a style cannot be had.
      await looks.change({painted: {...FILMED, mask}});
      throw error;
    }
  }

  /** The first time, the regions get styles of the gallery that the look has not. */
  function covered(painted: PaintedRegions): PaintedRegions {
    if (!isSameCover(painted.red, AS_LOOK) || !isSameCover(painted.green, AS_LOOK)) return painted;
    const {entries} = store.get().styles;
    const own = looks.current().styles.map(({id}) => id);
    const [one, other] = entries.filter(({id}) => !own.includes(id));
    return {
      ...painted,
      red: one ? {by: 'style', id: one.id} : FILMED.red,
      green: other ? {by: 'style', id: other.id} : FILMED.green,
    };
  }

  const step = (run: () => void) => {
    void attempt(async () => {
      await follow();
      run();
      await keep();
    });
  };

  return {
    take(isTaken) {
      patch({isTaken});
      // So that the first stroke is seen while it is painted.
      if (!isTaken) return;
      void attempt(async () => (await engine).openRegions());
      void attempt(follow).then(() => {
        patch({canUndo: painter.canUndo});
      });
    },
    choose(change) {
      patch({brush: {...brushOf(), ...change}});
    },
    paint(to, aspect) {
      if (!before) {
        painter.begin();
        before = to;
        painter.stroke(to, to, brushOf(), aspect);
        // The look has it from the first touch on, so that what follows is seen.
        void attempt(begin);
      } else {
        painter.stroke(before, to, brushOf(), aspect);
        before = to;
      }
      repaint();
    },
    lift() {
      if (!before) return;
      before = undefined;
      void attempt(keep);
    },
    invert: () => {
      const {paints} = brushOf();
      step(() => {
        painter.invert(paints === 'green' ? 'green' : 'red');
      });
    },
    clear: () => {
      step(painter.clear);
    },
    undo: () => {
      step(painter.undo);
    },
  };
}
