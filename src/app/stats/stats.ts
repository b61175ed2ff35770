import type {EngineStats} from '../../live/engine.ts';

/** What the page says about speed, published twice a second. */
export type Stats = Omit<EngineStats, 'stylizer'> & {
  /** The network that paints, by name. */
  model: string;
  /** Which stylizer paints: `graph` (TensorFlow.js ops) or `fused` (own passes). */
  stylizer: EngineStats['stylizer'] | 'none';
  /** The heaviest style of the look. */
  styleId: string;
};

/** Before anything is painted. */
export const FIRST_STATS: Stats = {
  running: false,
  fps: 0,
  frameMs: 0,
  width: 0,
  height: 0,
  model: '',
  stylizer: 'none',
  backend: '',
  tensors: 0,
  styleId: '',
};
