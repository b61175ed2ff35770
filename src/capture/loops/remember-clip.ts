import {BlobSource, CanvasSink, Input, MP4, WEBM} from 'mediabunny';
import {createRollingMemory, LONGEST_MS, type RollingMemory} from './rolling-memory.ts';

/**
 * Gives the last seconds of a recorded clip, as a memory that has seen them; who asks disposes it.
 *
 * @throws where it cannot be decoded here
 */
export async function rememberClip(clip: Blob): Promise<RollingMemory> {
  const input = new Input({source: new BlobSource(clip), formats: [MP4, WEBM]});
  const memory = createRollingMemory(() => false);
  try {
    const video = await input.getPrimaryVideoTrack();
    if (!video) throw new RangeError('Expected a clip with a picture.');
    const end = await video.computeDuration();
    const sink = new CanvasSink(video, {poolSize: 1});
    for await (const {canvas, timestamp} of sink.canvases(Math.max(0, end - LONGEST_MS / 1000))) {
      memory.add(canvas, timestamp * 1000);
    }
    return memory;
  } catch (error) {
    memory.dispose();
    throw error;
  } finally {
    input.dispose();
  }
}
