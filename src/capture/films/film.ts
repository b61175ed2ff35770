import {ALL_FORMATS, BlobSource, Input, type InputVideoTrack} from 'mediabunny';
import {FilmError} from './film-error.ts';

/** Packets that are looked at to know how often there is a frame. */
const COUNTED = 200;

/** Where it is not known how often there is one, frames a second. */
const USUAL_FRAME_RATE = 25;

/** A film that can be read, frame by frame. Whoever opens one disposes it. */
export type Film = {
  readonly input: Input;
  readonly picture: InputVideoTrack;
  /** As it is shown: turned as it was filmed, in square pixels. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  /** Frames a second, on average. */
  readonly frameRate: number;
  readonly hasSound: boolean;
  /** May be called twice. */
  dispose(): void;
};

/**
 * Opens a film.
 *
 * @throws FilmError `unreadable`, `no-picture`, `codec`
 */
export async function openFilm(file: Blob): Promise<Film> {
  const input = new Input({source: new BlobSource(file), formats: ALL_FORMATS});
  try {
    return await describe(input);
  } catch (cause) {
    input.dispose();
    if (cause instanceof FilmError) throw cause;
    throw new FilmError('unreadable', `Expected a film: ${String(cause)}`, cause);
  }
}

async function describe(input: Input): Promise<Film> {
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  if (!picture) {
    const problem = sound ? 'no-picture' : 'unreadable';
    throw new FilmError(problem, 'Expected a track with a picture.');
  }
  if (!(await picture.canDecode())) {
    throw new FilmError(
      'codec',
      `Expected a picture to decode, but got ${await picture.getCodec()}.`,
    );
  }
  const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
  const {averagePacketRate, packetCount} = await picture.computePacketStats(COUNTED);
  if (packetCount === 0 || !(width > 0)) {
    throw new FilmError('unreadable', 'Expected a film with frames.');
  }
  // Of a single picture neither is known.
  const frameRate = averagePacketRate > 0 ? averagePacketRate : USUAL_FRAME_RATE;
  const seconds = Math.max(await input.computeDuration(), 1 / frameRate);
  return {
    input,
    picture,
    width,
    height,
    durationMs: 1000 * seconds,
    frameRate,
    hasSound: sound !== null,
    dispose() {
      input.dispose();
    },
  };
}
