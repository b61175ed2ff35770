import type {LoopAnswer, LoopOrder, LoopRequest} from './loop.worker.ts';
import LoopWorker from './loop.worker.ts?worker';
import type {LoopEncoder} from './loop-encoder.ts';

/**
 * Opens an encoder for GIF or animated WebP, in a worker.
 *
 * @param samples of which a GIF's colours are chosen; they are given away
 * @param signal ends it
 * @throws the signal's reason, and where it cannot be done, from here and from what is asked of it later
 */
export async function openPictureEncoder(
  order: LoopOrder,
  samples: readonly ImageBitmap[],
  signal: AbortSignal,
): Promise<LoopEncoder> {
  const worker = new LoopWorker();
  let fail: (reason: unknown) => void = () => {};
  const cancel = () => {
    encoder.dispose();
    fail(signal.reason);
  };

  function ask(request: LoopRequest, given: Transferable[] = []) {
    return new Promise<Uint8Array<ArrayBuffer> | null>((resolve, reject) => {
      signal.throwIfAborted();
      fail = reject;
      worker.onerror = ({message}) => {
        reject(new Error(`The worker failed: ${message}`));
      };
      worker.onmessage = ({data}: MessageEvent<LoopAnswer>) => {
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data.file);
      };
      worker.postMessage(request, given);
    });
  }

  const encoder: LoopEncoder = {
    async add(canvas) {
      const picture = await createImageBitmap(canvas);
      if (signal.aborted) picture.close();
      await ask({do: 'add', picture}, [picture]);
    },
    async finish() {
      const file = await ask({do: 'finish'});
      if (!file) throw new Error('Expected a file, but got none.');
      return {blob: new Blob([file], {type: `image/${order.kind}`}), extension: order.kind};
    },
    dispose() {
      worker.terminate();
      signal.removeEventListener('abort', cancel);
    },
  };
  signal.addEventListener('abort', cancel);
  try {
    await ask({do: 'begin', order, samples}, [...samples]);
    return encoder;
  } catch (error) {
    encoder.dispose();
    throw error;
  }
}
