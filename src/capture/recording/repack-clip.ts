import {
  BlobSource,
  BufferTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  type Target,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import {copyTrack, type TrackCopy} from './track-copy.ts';
import {unlessBroken} from './unless-broken.ts';
import {wholeWebm} from './whole-webm.ts';

/**
 * Gives a clip that was written as it went the duration and the index it lacks, so that it can be sought
 * in. A file that cannot be read is given back.
 */
export async function repackClip(clip: Blob, container: Container): Promise<Blob> {
  const target = new BufferTarget();
  try {
    await repack(clip, container, target);
    return new Blob([target.buffer as ArrayBuffer], {type: clip.type});
  } catch {
    return clip;
  }
}

/**
 * Does the same from file to file, neither of which is ever in memory. What is broken, because the clip was cut
 * off, is left out.
 *
 * @throws {CaptureError} `no-frames`; what the browser throws that cannot read it, or the target; the signal's reason
 */
export async function repack(
  clip: Blob,
  container: Container,
  target: Target,
  signal?: AbortSignal,
): Promise<void> {
  // The index stands first, in room that is kept for it: such a clip plays while it is fetched.
  const format =
    container === 'mp4' ? new Mp4OutputFormat({fastStart: 'reserve'}) : new WebMOutputFormat();
  const input = await openInput(clip, container);
  const output = new Output({format, target});
  try {
    const copies: TrackCopy[] = [];
    for (const track of (await unlessBroken(input.getTracks())) ?? []) {
      const copy = await copyTrack(track, output);
      if (copy) copies.push(copy);
    }
    if (!output.tracks.some((track) => track.isVideoTrack())) {
      throw new CaptureError('no-frames', 'The file has no picture that can be made out.');
    }
    await output.start();
    await takeTurns(copies, signal);
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined);
    throw error;
  } finally {
    input.dispose();
  }
}

/** How long a clip is, in milliseconds; 0 where it cannot be read. */
export async function clipDuration(clip: Blob, container: Container): Promise<number> {
  const input = await openInput(clip, container);
  try {
    return 1000 * ((await input.getDurationFromMetadata()) ?? (await input.computeDuration()));
  } catch {
    return 0;
  } finally {
    input.dispose();
  }
}

async function openInput(clip: Blob, container: Container): Promise<Input> {
  const source = new BlobSource(container === 'webm' ? await wholeWebm(clip) : clip);
  return new Input({source, formats: [MP4, WEBM]});
}

/** What is heard lies near what is seen, and the first of it begins at 0. */
async function takeTurns(copies: readonly TrackCopy[], signal?: AbortSignal): Promise<void> {
  const first = Math.min(...copies.map(({next}) => next?.timestamp ?? Infinity));
  for (;;) {
    signal?.throwIfAborted();
    const [copy] = copies
      .filter(({next}) => next)
      .sort((one, other) => timeOf(one) - timeOf(other));
    if (!copy) return;
    await copy.step(Math.max(0, first));
  }
}

function timeOf({next}: TrackCopy): number {
  return next?.timestamp ?? Infinity;
}
