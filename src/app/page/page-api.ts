import type {RecordingOptions} from '../captures/recordings.ts';
import type {FilmChoice} from '../exports/film-choice.ts';
import type {PictureChoice} from '../exports/picture-choice.ts';
import type {Look} from '../look/look-table.ts';
import type {Driving} from '../sound/drive.ts';
import type {Stats} from '../stats/stats.ts';
import type {StreamOptions} from './stream-with-sound.ts';

/**
 * `window.pastiche`: how an installation, a test or a benchmark drives the app. Every call that
 * cannot be done rejects with an error whose message is a sentence.
 */
export type PageApi = {
  /** Resolves when the first painted frame is on the canvas. */
  ready: Promise<void>;
  /** The styles there are; `own` are those this person added. */
  styles(): {id: string; title: string; own: boolean}[];
  /** `camera`, `demo`, the address of a picture or video, or such a file; in a click or key press `screen`. */
  setSource(source: string | Blob): Promise<void>;
  /** Changes part of the look; resolves when the next frame shows it. */
  setLook(change: Partial<Look>): Promise<void>;
  look(): Look;
  /** Adds a picture to the styles and gives its id; it is kept as if a person had added it. */
  addStyle(picture: Blob | ImageBitmap, title?: string): Promise<string>;
  /**
   * Learns a style on this machine, for the network that paints and the stroke size of the look, as “Learn
   * this style” does: resolves when it is learnt, or stopped by a person.
   *
   * @param manner once more: longer or stronger
   */
  learnStyle(id: string, manner?: 'usual' | 'longer' | 'stronger'): Promise<void>;
  /**
   * Has a sound drive the strength, the mix or the stroke, `from` the microphone, which is asked for, or the `source`:
   * by its level, bass or treble, with a depth from 0 to 1. `null` ends it.
   */
  drive(by: Driving | null): Promise<void>;
  stats(): Stats;
  /** The painting of this moment as PNG, at working size. */
  snapshot(): Promise<Blob>;
  /**
   * Paints a film frame by frame, as large and with strokes as fine as is chosen, else as it is and as on the
   * stage; its sound is kept.
   */
  paintFilm(film: Blob, choice?: FilmApiChoice): Promise<Blob>;
  /**
   * Paints a picture with as many pixels and strokes as fine as is chosen, else as many as it has, with strokes half as
   * broad as on the stage; in the look of now.
   */
  paintPicture(picture: Blob, choice?: Partial<PictureChoice>): Promise<Blob>;
  startRecording(options?: RecordingOptions): Promise<void>;
  /** Ends the recording and gives the file. */
  stopRecording(): Promise<Blob>;
  /** The painting as a live stream, for WebRTC and the like. */
  stream(): MediaStream;
  /**
   * The same with one track of sound: what is heard of the film or screen on the stage, and of the microphone
   * if it is asked for. Stopping that track lets the sound go.
   */
  streamWithSound(options?: StreamOptions): Promise<MediaStream>;
};

/** How a film is painted; see `FilmChoice`. */
export type FilmApiChoice = Partial<Omit<FilmChoice, 'into'>>;

declare global {
  interface Window {
    pastiche: PageApi;
  }
}
