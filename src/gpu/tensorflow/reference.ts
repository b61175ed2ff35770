import type {Architecture} from '../../network/architecture.ts';
import type {Weights} from '../../network/weights.ts';
import type {Exam} from '../exam.ts';
import type {Stylizer} from '../webgl/stylizer.ts';
import {createGraphStylizer} from './graph-stylizer.ts';
import {paintExam} from './paint-exam.ts';
import {createStyleEncoder, type StyleEncoder} from './style-encoder.ts';
import {countTensors, keepTextures, startTensorFlow} from './tensorflow-backend.ts';

export {countTensors};

/** What TensorFlow.js does for a painter; whoever creates something with it disposes that. */
export type Reference = {
  paintExam(architecture: Architecture, weights: Weights): Exam;
  createEncoder(architecture: Architecture, weights: Weights): StyleEncoder;
  createStylizer(architecture: Architecture, weights: Weights): Stylizer;
};

/**
 * Starts TensorFlow.js in a GL context, where it takes the place of what it had in another.
 *
 * @param finished resolves when the GPU has done all it was given, and rejects if its context is lost
 */
export async function openReference(
  gl: WebGL2RenderingContext,
  finished: () => Promise<void>,
): Promise<Reference> {
  await startTensorFlow(gl);
  keepTextures(false);
  const painting = new Set<Stylizer>();
  return {
    paintExam,
    createEncoder: (architecture, weights) =>
      createStyleEncoder(gl, architecture, weights, finished),
    createStylizer(architecture, weights) {
      const stylizer = createGraphStylizer(architecture, weights);
      const {dispose} = stylizer;
      stylizer.dispose = () => {
        dispose();
        painting.delete(stylizer);
        keepTextures(painting.size > 0);
      };
      painting.add(stylizer);
      keepTextures(true);
      return stylizer;
    },
  };
}
