import type {Architecture} from '../architecture.ts';
import {weightShapes} from '../weight-specs.ts';

/** The layers that draw the strokes, which are learnt of a wide network. */
const STROKE_LAYERS = ['res3b', 'up2', 'up1', 'out'];

/** With no more channels than so many, these see too little of the scene: the whole decoder is learnt. */
const NARROW = 64;

/** The names of the weights that are learnt of a network; none where styles cannot be learnt for it. */
export function brushNames(architecture: Architecture): string[] {
  const {decoder} = architecture;
  const drawing = decoder.filter(({name}) => STROKE_LAYERS.includes(name));
  const [first] = decoder;
  const channels = first?.op === 'residual' ? first.channels : (first?.inputs ?? 0);
  const learnt = drawing.length > 0 && channels <= NARROW ? decoder : drawing;
  return weightShapes({encoder: [], decoder: learnt}).map(({name}) => name);
}
