import type {StyleCode} from '../../network/style-code.ts';
import type {Cover, Paint, PaintLayer, View} from '../painter.ts';
import type {Size} from '../size.ts';
import type {PersonMask} from './person/person-mask.ts';
import type {Blurrer} from './picture/blurrer.ts';
import type {FlashGuard} from './picture/flash-guard.ts';
import type {Following} from './picture/following.ts';
import type {FrameInput} from './picture/frame-input.ts';
import type {Covering, Merger} from './picture/merger.ts';
import type {NoiseFilter} from './picture/noise-filter.ts';
import type {Picture} from './picture/picture.ts';
import type {Presenter} from './picture/presenter.ts';
import type {Recolourer} from './picture/recolourer.ts';
import type {Steadier} from './picture/steadier.ts';
import type {Toner} from './picture/toner.ts';
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
  personMask: PersonMask | undefined;
  blurrer: Blurrer;
  /** Of what the network sees, and of what is shown. */
  contentMerger: Merger;
  merger: Merger;
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
  const {input, noiseFilter, following, sameCodes, flashGuard, steadier, presenter} = parts;
  const fitted = input.fit(size);
  const calm = noiseFilter.calm(fitted, paint.calm);
  const masked = maskOf(parts, paint, fitted);
  const layers = masked ? paint.layers : paint.layers.slice(0, 1);

  const show = (paintings: readonly WebGLTexture[]) => {
    const coloured = paintings.map((painting, index) =>
      inColour(parts, painting, calm, layers[index], index, paint),
    );
    const [first] = coloured;
    const whole = masked
      ? merged(parts, masked, coloured, calm)
      : (first ?? parts.merger.merge(calm.texture, size, calm.texture, calm.texture));
    const hold = flashGuard.watch(whole, calm, paint.layers);
    presenter.show(steadier.steady(whole, calm, paint, hold), calm.texture, size, view);
  };

  if (layers.length === 0) {
    show([]);
    return;
  }
  // What the network sees of a frame is in the colours of the styles: of others nothing is known.
  const codes = sameCodes(layers.map(({code}) => code));
  const share = following.shareOf(calm, codes, paint.layers);
  stylizer.render(seenOf(parts, calm, layers, masked), size, layers, show, share);
}

/** Where persons are, and what covers them and what is behind them. */
type Masked = Required<Pick<Paint, 'regions'>> & {mask: WebGLTexture};

function maskOf({personMask}: ComposeParts, {regions}: Paint, fitted: Picture): Masked | undefined {
  return regions && personMask && {regions, mask: personMask.of(fitted, regions.edge)};
}

/** The frame in the colours of each layer's style; of two, each where its region is. */
function seenOf(
  {layerParts, contentMerger}: ComposeParts,
  calm: Picture,
  layers: readonly PaintLayer[],
  masked: Masked | undefined,
): WebGLTexture {
  const seen = layers.map(({code, alpha}, index) => {
    const {recolourer} = layerParts(index);
    return code.palette ? recolourer.recolour(calm, code.palette, alpha).texture : calm.texture;
  });
  const [first = calm.texture] = seen;
  if (!masked || layers.length < 2) return first;
  const {person, background} = masked.regions;
  const seenBy = (cover: Cover) => (cover.by === 'paint' && seen[cover.layer]) || first;
  return contentMerger.merge(masked.mask, calm.size, seenBy(person), seenBy(background));
}

/** A painting with the tones of its style, and with what it has of the scene's colours. */
function inColour(
  {layerParts}: ComposeParts,
  painting: WebGLTexture,
  calm: Picture,
  layer: PaintLayer | undefined,
  index: number,
  {layers, colour}: Paint,
): WebGLTexture {
  if (!layer) return painting;
  const {toner, recolourer} = layerParts(index);
  const toned = toner.tone(painting, calm, layer, layers);
  return recolourer.giveBack(toned, calm, layer.code.palette, colour);
}

/** The whole picture of what covers its two regions. */
function merged(
  {merger, blurrer}: ComposeParts,
  {regions: {person, background}, mask}: Masked,
  paintings: readonly WebGLTexture[],
  calm: Picture,
): WebGLTexture {
  // A person is blurred with all that is around; what is behind is blurred without.
  const blurred = () => blurrer.blur(calm, person.by === 'blur' ? undefined : mask);
  const covering = (cover: Cover): Covering => {
    switch (cover.by) {
      case 'paint':
        return paintings[cover.layer] ?? calm.texture;
      case 'frame':
        return calm.texture;
      case 'blur':
        return blurred();
      case 'colour':
        return {colour: [...cover.rgb, 1]};
      case 'nothing':
        return {colour: [0, 0, 0, 0]};
    }
  };
  return merger.merge(mask, calm.size, covering(person), covering(background));
}
