/** Several sounds as one. */
export type SoundMix = {
  track: MediaStreamTrack;
  /** Lets all of them go: the tracks were given to the mix. May be called twice. */
  close(): void;
};

/** Mixes sounds, each as loud as it is; silence where one ends. */
export function mixSound(tracks: readonly MediaStreamTrack[]): SoundMix {
  const context = new AudioContext();
  const mixed = new MediaStreamAudioDestinationNode(context);
  for (const track of tracks) {
    new MediaStreamAudioSourceNode(context, {mediaStream: new MediaStream([track])}).connect(mixed);
  }
  void context.resume();
  const [track] = mixed.stream.getAudioTracks();
  if (!track) throw new Error('Expected a track of a mix.');
  return {
    track,
    close() {
      for (const each of [...tracks, track]) each.stop();
      if (context.state !== 'closed') void context.close();
    },
  };
}
