import type {StyleCode} from '../../network/style-code.ts';
import type {Paint, View} from '../painter.ts';
import type {Size} from '../size.ts';
import type {FlashGuard} from './picture/flash-guard.ts';
import type {Following} from './picture/following.ts';
import type {FrameInput} from './picture/frame-input.ts';
import type {NoiseFilter} from './picture/noise-filter.ts';
import type {Picture} from './picture/picture.ts';
import type {Presenter} from './picture/presenter.ts';
import type {Recolourer} from './picture/recolourer.ts';
import type {Steadier} from './picture/steadier.ts';
import type {Toner} from './picture/toner.ts';
import type {RegionParts} from './regions/region-parts.ts';
import type {Stylizer} from './stylizer.ts';

/** What a frame and its painting go through for one layer. */
export type LayerParts = {recolourer: Recolourer; toner: Toner};

/** What a frame goes through besides the network. */
export type ComposeParts = {
  input: FrameInput;
  noiseFilter: NoiseFilter;
  /** Those of a layer, by its place; made when they are first asked for. */
  layerParts(layer: number): LayerParts;
  following: Following;
  /** The codes of the layers, as one object while they are the same. */
  sameCodes: (codes: readonly StyleCode[]) => readonly StyleCode[];
  /** Undefined while it is not known where persons are. */
  regionParts: RegionParts | undefined;
  flashGuard: FlashGuard;
  steadier: Steadier;
  presenter: Presenter;
};

/**
 * The way of the frame that `input` has taken through the GPU, onto the canvas. Each step does once
 * what it has to do for a frame, however often that is composed anew.
 */
export function compose(
  parts: ComposeParts,
  stylizer: Stylizer,
  paint: Paint,
  size: Size,
  view: View,
): void {
  const {input, noiseFilter, layerParts, following, sameCodes, regionParts} = parts;
  const {flashGuard, steadier, presenter} = parts;
  const fitted = input.fit(size);
  const calm = noiseFilter.calm(fitted, paint.calm);
  const divided = paint.regions && regionParts?.divide(paint.regions, fitted, calm);
  const layers = divided ? paint.layers : paint.layers.slice(0, 1);

  const show = (paintings: readonly WebGLTexture[]) => {
    const coloured = colourLayers(layers, paintings, calm, paint, layerParts);
    const whole = divided ? divided.cover(coloured) : (coloured[0] ?? fitted.texture);
    const hold = flashGuard.watch(whole, calm, paint.layers);
    presenter.show(steadier.steady(whole, calm, paint, hold), calm.texture, size, view);
  };

  if (layers.length === 0) {
    show([]);
    return;
  }
  const seen = recolourFor(layers, calm, layerParts);
  // What the network sees of a frame is in the colours of the styles: of others nothing is known.
  const known = paint.drivenFrom ?? sameCodes(layers.map(({code}) => code));
  const share = following.shareOf(calm, known, paint.layers);
  const content = (divided ? divided.content(seen) : seen[0]) ?? calm.texture;
  stylizer.render(content, size, layers, show, share);
}

/** A frame as the network is to see it in each layer. */
export function recolourFor(
  layers: Paint['layers'],
  frame: Picture,
  layerParts: ComposeParts['layerParts'],
): WebGLTexture[] {
  return layers.map(({code: {palette}, alpha}, index) =>
    palette ? layerParts(index).recolourer.recolour(frame, palette, alpha) : frame.texture,
  );
}

/**
 * The paintings of a frame in the tones of their styles, or with the scene's colours.
 *
 * @param paint with these layers, and maybe more
 * @param measured what stands for the tones of each, see `Toner`
 */
export function colourLayers(
  layers: Paint['layers'],
  paintings: readonly WebGLTexture[],
  frame: Picture,
  paint: Paint,
  layerParts: ComposeParts['layerParts'],
  measured: readonly WebGLTexture[] = [],
): WebGLTexture[] {
  return layers.map((layer, index) => {
    const {toner, recolourer} = layerParts(index);
    const painting = paintings[index] ?? frame.texture;
    const toned = toner.tone(painting, frame, layer, paint, measured[index]);
    return recolourer.giveBack(toned, frame, layer.code.palette, paint.colour);
  });
}
