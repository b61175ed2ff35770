import {openMicrophone} from '../../capture/recording/microphone.ts';
import type {Engine} from '../../live/engine.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/** What a stream needs from the studio. */
export type StreamParts = {
  store: Store<AppState>;
  engine: Pick<Engine, 'sound'>;
  canvas: HTMLCanvasElement;
};

/** What is heard beside the source. */
export type StreamOptions = {microphone?: boolean};

/**
 * The painting as a live stream with one track of sound: what is heard of the source on the stage, of
 * whichever is there, and the microphone if it is asked for; else silence.
 *
 * @throws CaptureError as `openMicrophone` does
 */
export async function streamWithSound(
  {store, engine, canvas}: StreamParts,
  {microphone = false}: StreamOptions = {},
): Promise<MediaStream> {
  const spoken = microphone ? await openMicrophone() : undefined;
  const context = new AudioContext();
  const mixed = new MediaStreamAudioDestinationNode(context);
  const nodeOf = (track: MediaStreamTrack) =>
    new MediaStreamAudioSourceNode(context, {mediaStream: new MediaStream([track])});
  if (spoken) nodeOf(spoken).connect(mixed);
  let heard: {track: MediaStreamTrack; node: AudioNode} | undefined;

  function follow() {
    const track = engine.sound;
    if (track === heard?.track) return;
    heard?.node.disconnect();
    heard = track && {track, node: nodeOf(track)};
    heard?.node.connect(mixed);
  }

  const stopFollowing = store.subscribe(follow);
  follow();
  void context.resume();
  const stream = canvas.captureStream();
  const [sound] = mixed.stream.getAudioTracks();
  if (sound) stream.addTrack(letGo(sound));
  return stream;

  /** Whoever stops the sound wants none of this any more. */
  function letGo(track: MediaStreamTrack): MediaStreamTrack {
    const stop = track.stop.bind(track);
    track.stop = () => {
      stop();
      stopFollowing();
      spoken?.stop();
      if (context.state !== 'closed') void context.close();
    };
    return track;
  }
}
