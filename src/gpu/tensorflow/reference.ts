import type {Architecture} from '../../network/architecture.ts';
import type {Fitter, FitterSource} from '../../network/fitting/fitter.ts';
import type {PersonNetwork} from '../../network/person/person-network.ts';
import type {Weights} from '../../network/weights.ts';
import type {Exam} from '../exam.ts';
import type {PersonPasses} from '../webgl/regions/person-passes.ts';
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
  /** What finds persons where own passes do not. */
  createPersonGraph(network: PersonNetwork): Promise<PersonPasses>;
  /** Loads the part that fits brushes, and makes a fitter; see `createFitter`. */
  createFitter(options: FitterSource): Promise<Fitter>;
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
  return {
    paintExam,
    createEncoder: (architecture, weights) =>
      createStyleEncoder(gl, architecture, weights, finished),
    createStylizer: (architecture, weights) => keepFor(createGraphStylizer(architecture, weights)),
    async createPersonGraph(network) {
      const {createPersonGraph} = await import('./person-graph.ts');
      return keepFor(createPersonGraph(gl, network));
    },
    async createFitter(options) {
      const {openFitter} = await import('./open-fitter.ts');
      return keepFor(openFitter({...options, finished, now: () => performance.now()}));
    },
  };
}

type Disposable = {dispose(): void};

/** Those that use the same textures again and again, in this context or in one that was lost. */
const busy = new Set<Disposable>();

/** Keeps freed textures until their user is disposed. */
function keepFor<User extends Disposable>(user: User): User {
  const {dispose} = user;
  user.dispose = () => {
    dispose();
    busy.delete(user);
    keepTextures(busy.size > 0);
  };
  busy.add(user);
  keepTextures(true);
  return user;
}
