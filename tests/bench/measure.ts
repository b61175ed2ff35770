import type {Size} from '../../src/gpu/size.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import {type Contestant, type Sample, startContestant} from './contestant.ts';
import {openStage} from './stage.ts';
import {stylizers} from './stylizers.ts';

/** Which stylizers to measure, at what size, and how many turns each of them takes. */
export type Task = {stylizers: string[]; size: Size; turns: number};

/** What was measured of a stylizer, with a sample a turn. */
export type StylizerMeasurement = Contestant['counts'] & {stylizer: string; samples: Sample[]};

/** What was measured, and the GPU as the browser names it. */
export type Measurement = {gpu: string; stylizers: StylizerMeasurement[]};

/**
 * Measures stylizers in turns (A B, B A, …) on the same pictures.
 *
 * @param canvas one that is not in use yet; nothing is freed before it is
 */
export async function measure(
  canvas: HTMLCanvasElement,
  model: Pick<LoadedNetwork, 'architecture' | 'weights'>,
  {stylizers: names, size, turns}: Task,
): Promise<Measurement> {
  const stage = await openStage(canvas, model.architecture, size);
  const entries: {contestant: Contestant; measurement: StylizerMeasurement}[] = [];
  for (const stylizer of names) {
    const way = stylizers[stylizer];
    if (!way) {
      const known = Object.keys(stylizers).join(', ');
      throw new Error(`Expected a stylizer of ${known}, but got "${stylizer}".`);
    }
    if (way.showing?.regions) await stage.openRegions();
    const contestant = await startContestant(
      stage,
      () => way.create(stage, model),
      size,
      way.showing,
    );
    entries.push({contestant, measurement: {stylizer, samples: [], ...contestant.counts}});
  }
  for (let turn = 0; turn < turns; turn++) {
    await stage.takeFrame();
    // Whoever follows another finds the machine busy with that one's picture.
    const order = turn % 2 === 0 ? entries : entries.toReversed();
    for (const {contestant, measurement} of order) {
      measurement.samples.push(await contestant.sample());
    }
  }
  return {gpu: rendererOf(stage.gl), stylizers: entries.map(({measurement}) => measurement)};
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
