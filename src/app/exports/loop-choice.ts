import type {LoopKind} from '../../capture/loops/encode-loop.ts';
import type {LoopManner} from '../../capture/loops/loop-plan.ts';

export type {LoopKind, LoopManner};

/** How large a loop is. */
export type LoopSize = 'small' | 'medium';

/** What a person chooses about a loop. */
export type LoopChoice = {
  /** So many of the last seconds, 2…6. */
  seconds: number;
  manner: LoopManner;
  kind: LoopKind;
  size: LoopSize;
  /** Of a GIF: whether neighbours take turns between two colours where neither fits. */
  dithers: boolean;
};

/** What is chosen before a person does. */
export const USUAL_LOOP: LoopChoice = {
  seconds: 3,
  manner: 'back-and-forth',
  kind: 'gif',
  size: 'medium',
  dithers: false,
};
