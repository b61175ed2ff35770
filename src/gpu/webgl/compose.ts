import type {Paint, View} from '../painter.ts';
import type {Size} from '../size.ts';
import type {FlashGuard} from './picture/flash-guard.ts';
import type {Following} from './picture/following.ts';
import type {FrameInput} from './picture/frame-input.ts';
import type {NoiseFilter} from './picture/noise-filter.ts';
import type {Presenter} from './picture/presenter.ts';
import type {Recolourer} from './picture/recolourer.ts';
import type {Steadier} from './picture/steadier.ts';
import type {Toner} from './picture/toner.ts';
import type {Stylizer} from './stylizer.ts';

/** What a frame goes through besides the network. */
export type ComposeParts = {
  input: FrameInput;
  noiseFilter: NoiseFilter;
  recolourer: Recolourer;
  following: Following;
  toner: Toner;
  flashGuard: FlashGuard;
  steadier: Steadier;
  presenter: Presenter;
};

/**
 * The way of the frame that `input` has taken through the GPU, onto the canvas. Each step does once
 * what it has to do for a frame, however often that is composed anew.
 */
export function compose(
  {input, noiseFilter, recolourer, following, toner, flashGuard, steadier, presenter}: ComposeParts,
  stylizer: Stylizer,
  paint: Paint,
  size: Size,
  view: View,
): void {
  const fitted = input.fit(size);
  const calm = noiseFilter.calm(fitted, paint.calm);
  const [layer, ...more] = paint.layers;
  if (!layer || more.length > 0) {
    throw new Error(`Expected one layer of paint, but got ${paint.layers.length}.`);
  }
  const {palette} = layer.code;
  const seen = palette ? recolourer.recolour(calm, palette, layer.alpha) : calm;
  const show = (painting: WebGLTexture) => {
    const toned = toner.tone(painting, calm, paint.layers);
    const coloured = recolourer.giveBack(toned, calm, palette, paint.colour);
    const hold = flashGuard.watch(coloured, calm, paint.layers);
    presenter.show(steadier.steady(coloured, calm, paint, hold), calm.texture, size, view);
  };
  // What the network sees of a frame is in the colours of the style: of another one nothing is known.
  const share = following.shareOf(calm, layer.code, paint.layers);
  stylizer.render(seen.texture, size, layer, show, share);
}
