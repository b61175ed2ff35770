import type {Painter, PainterOptions} from './painter.ts';
import {openWebglPainter} from './webgl/webgl-painter.ts';

/**
 * Opens the painter that suits the browser: there is one.
 *
 * @throws GpuUnsupportedError where no network can run, ContextLostError where the GPU went away
 *   while this was opened and stayed away
 */
export function openPainter(options: PainterOptions): Promise<Painter> {
  return openWebglPainter(options);
}
