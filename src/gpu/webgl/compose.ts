import type {Paint, View} from '../painter.ts';
import type {Size} from '../size.ts';
import type {FrameInput} from './picture/frame-input.ts';
import type {NoiseFilter} from './picture/noise-filter.ts';
import type {Presenter} from './picture/presenter.ts';
import type {Stylizer} from './stylizer.ts';

/** What a frame goes through besides the network. */
export type ComposeParts = {input: FrameInput; noiseFilter: NoiseFilter; presenter: Presenter};

/**
 * The way of the frame that `input` has taken through the GPU, onto the canvas. Each step does once
 * what it has to do for a frame, however often that is composed anew.
 */
export function compose(
  {input, noiseFilter, presenter}: ComposeParts,
  stylizer: Stylizer,
  {layers}: Paint,
  size: Size,
  view: View,
): void {
  const fitted = input.fit(size);
  const calm = noiseFilter.calm(fitted);
  const [layer, ...more] = layers;
  if (!layer || more.length > 0) {
    throw new Error(`Expected one layer of paint, but got ${layers.length}.`);
  }
  stylizer.render(calm.texture, size, layer, (painting) => {
    presenter.show(painting, calm.texture, size, view);
  });
}
