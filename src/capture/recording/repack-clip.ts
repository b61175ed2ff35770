import {
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type {Container} from './clip-writer.ts';

/**
 * Gives a clip of MediaRecorder, which writes as it goes, the duration and the index it lacks, so
 * that it can be sought in. Nothing is encoded anew. A file that cannot be read is given back.
 */
export async function repackClip(clip: Blob, container: Container): Promise<Blob> {
  const input = new Input({source: new BlobSource(clip), formats: [MP4, WEBM]});
  const target = new BufferTarget();
  const format =
    container === 'mp4' ? new Mp4OutputFormat({fastStart: 'in-memory'}) : new WebMOutputFormat();
  try {
    const output = new Output({format, target});
    const conversion = await Conversion.init({input, output, showWarnings: false});
    if (conversion.discardedTracks.length > 0) return clip;
    await conversion.execute();
    return new Blob([target.buffer as ArrayBuffer], {type: clip.type});
  } catch {
    return clip;
  } finally {
    input.dispose();
  }
}
