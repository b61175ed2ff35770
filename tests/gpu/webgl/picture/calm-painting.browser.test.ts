import {expect, it} from 'vitest';
import brushesUrl from '../../../../models/swift/brushes/512/brushes.json?url';
import brushUrl from '../../../../models/swift/brushes/512/comic-halftone.bin?url';
import manifestUrl from '../../../../models/swift/manifest.json?url';
import weightsUrl from '../../../../models/swift/weights.bin?url';
import {createFusedStylizer} from '../../../../src/gpu/webgl/fused-stylizer.ts';
import {createFrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createNoiseFilter} from '../../../../src/gpu/webgl/picture/noise-filter.ts';
import type {Picture} from '../../../../src/gpu/webgl/picture/picture.ts';
import {createSteadier} from '../../../../src/gpu/webgl/picture/steadier.ts';
import {createBrushes} from '../../../../src/network/load-brushes.ts';
import {loadNetwork} from '../../../../src/network/load-network.ts';
import {exampleFrame, readColors} from '../../fused-fixture.ts';
import {openTestContext, taken, wait} from '../../gl-fixture.ts';
import {noisy, spread} from '../../noise.ts';

const SIZE = {width: 64, height: 64};
/** The noise by which networks are measured, too: a standard deviation of 2 in 0…255. */
const SIGMA = 2;
const FRAMES = 20;
/** Frames until the steadier has seen enough. */
const START = 10;

/** Of all styles of the gallery, the one whose strokes tremble most. */
const STYLE = 'comic-halftone';

it('keeps the strokes of a still scene still, whatever the style', async () => {
  const gl = openTestContext();
  const network = await loadNetwork({manifestUrl, weightsUrl}, () => {});
  const files = {manifestUrl: brushesUrl, sketchesUrl: '', urls: new Map([[STYLE, brushUrl]])};
  const code = (await createBrushes(network, files).codeOf(STYLE))!;
  const tuning = {targets: 8, weights: {kind: 'texture'}, floats: 'half'} as const;
  const {architecture, weights} = network;
  const stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
  const input = createFrameInput(gl);
  const filter = createNoiseFilter(gl);
  const steadier = createSteadier(gl);
  const layer = {code, alpha: 1};
  const paint = {network, layers: [layer], colour: 'style'} as const;
  const paintings: Record<'plain' | 'calm' | 'steady', Float32Array[]> = {
    plain: [],
    calm: [],
    steady: [],
  };

  function render({texture}: Picture, show: (painting: WebGLTexture) => void) {
    stylizer.render(texture, SIZE, layer, show);
  }

  for (let seed = 0; seed < FRAMES; seed++) {
    const frame = taken(input, noisy(exampleFrame(SIZE), SIGMA, seed));
    render(frame, (painting) => paintings.plain.push(readColors(gl, painting, SIZE, 'half')));
    const calm = filter.calm(frame);
    render(calm, (painting) => {
      paintings.calm.push(readColors(gl, painting, SIZE, 'half'));
      const steady = steadier.steady(painting, calm, paint);
      paintings.steady.push(readColors(gl, steady, SIZE, 'full'));
    });
  }
  const flicker = (of: keyof typeof paintings) => 255 * spread(paintings[of].slice(START));

  // Measured: 3.73, 1.22 and 0.44 of 255.
  expect(flicker('calm')).toBeLessThan(0.5 * flicker('plain'));
  expect(flicker('steady')).toBeLessThan(0.5);
});
