import type {Checkpoint} from '../../../models/import/checkpoint.ts';
import {composeModel, decoderOf, openHalf} from '../../../models/import/compose-model.ts';
import {parseCheckpoint} from '../../../models/import/parse-checkpoint.ts';
import type {Manifest} from '../../network/weights.ts';

/** What a network is to be made of. */
export type CheckpointRequest = {
  /** What the network is called. */
  name: string;
  /** An encoder, or an encoder and a decoder, in any order. */
  files: readonly File[];
  /** The decoder for an encoder that comes alone. */
  kept: {manifest: Manifest; weights: ArrayBuffer};
};

/** A network, or a sentence for developers about the file that cannot be used. */
export type CheckpointAnswer =
  {manifest: Manifest; weights: Uint8Array<ArrayBuffer>; raw: boolean} | {problem: string};

self.onmessage = async ({data}: MessageEvent<CheckpointRequest>) => {
  let answer: CheckpointAnswer;
  try {
    answer = await compose(data);
  } catch (error) {
    answer = {problem: (error as Error).message};
  }
  self.postMessage(answer, {transfer: 'weights' in answer ? [answer.weights.buffer] : []});
};

async function compose({name, files, kept}: CheckpointRequest): Promise<CheckpointAnswer> {
  const checkpoints = await Promise.all(
    files.map(async (file): Promise<Named> => {
      const checkpoint = parseCheckpoint(new Uint8Array(await file.arrayBuffer()));
      return {source: file.name, checkpoint};
    }),
  );
  const [first, second] = checkpoints;
  if (!first || checkpoints.length > 2) throw new Error('Expected one file or two.');
  if (second)
    return either(
      () => join(name, first, second),
      () => join(name, second, first),
    );
  const ours = decoderOf(kept.manifest, kept.weights);
  if (!ours) throw new Error('Expected a decoder.');
  return join(name, first, {source: 'The decoder of this site', checkpoint: ours});
}

/** A file's name, and what is in it. */
type Named = {source: string; checkpoint: Checkpoint};

function join(name: string, encoder: Named, decoder: Named): CheckpointAnswer {
  const {manifest, bytes, raw} = composeModel(
    name,
    openHalf('encoder', encoder.source, encoder.checkpoint),
    openHalf('decoder', decoder.source, decoder.checkpoint),
  );
  return {manifest, weights: bytes, raw};
}

/** Which of two is which, their names may not tell. */
function either<Result>(one: () => Result, other: () => Result): Result {
  try {
    return one();
  } catch (error) {
    try {
      return other();
    } catch {
      throw error;
    }
  }
}
