import {chooseStylizer} from '../gpu/choose-stylizer.ts';
import {createFrameInput, type FrameInput} from '../gpu/frame-input.ts';
import {createPresenter, type Presenter} from '../gpu/presenter.ts';
import type {Stylizer} from '../gpu/stylizer.ts';
import {startTensorFlow} from '../gpu/tensorflow-backend.ts';
import type {Model} from './load-model.ts';

/** Everything that lives in the GL context; gone when the context is, and built anew. */
export type Rig = {
  stylizer: Stylizer;
  /** Why the slow stylizer paints; undefined where the fast one does. */
  fallbackReason: string | undefined;
  /** Takes the source's frames. */
  input: FrameInput;
  /** Takes style pictures. */
  styleInput: FrameInput;
  presenter: Presenter;
  /** May be called twice, and after the context is lost. */
  dispose(): void;
};

/**
 * Builds the rig in a context, on a TensorFlow.js backend of its own.
 *
 * @param wait resolves after the milliseconds given
 */
export async function createRig(
  gl: WebGL2RenderingContext,
  {architecture, weights}: Model,
  wait: (ms: number) => Promise<void>,
): Promise<Rig> {
  await startTensorFlow(gl);
  const {stylizer, reason} = await chooseStylizer(gl, architecture, weights, wait);
  const parts = {
    stylizer,
    input: createFrameInput(gl),
    styleInput: createFrameInput(gl),
    presenter: createPresenter(gl),
  };
  return {
    ...parts,
    fallbackReason: reason,
    dispose() {
      for (const part of Object.values(parts)) part.dispose();
    },
  };
}
