import {clipName, nameAfter} from '../../capture/clip-name.ts';
import {canShare, share} from '../../capture/share.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Clip} from './captures-state.ts';

/** The finished recordings and snapshots of this visit. */
export type Clips = {
  /**
   * @param extension of the file, without the dot
   * @param origin the name of what it was made of, and what frees the blob, where there is something of it
   */
  keep(
    blob: Blob,
    kind: Clip['kind'],
    extension: string,
    durationMs: number,
    origin?: {name?: string; free?: () => void},
  ): void;
  fileOf(id: string): File | undefined;
  /** Opens the browser's share sheet. Throws as `share` does. */
  share(id: string): Promise<void>;
  /** Takes note that a clip is safe elsewhere. */
  markSaved(id: string): void;
  remove(id: string): void;
  /** Frees all; may be called twice. */
  dispose(): void;
};

/** Keeps clips, the files here and what is shown of them in the store. */
export function createClips(store: Store<AppState>): Clips {
  const files = new Map<string, {file: File; free: () => void}>();
  let lastId = 0;

  function setClips(clips: readonly Clip[]) {
    store.patch('captures', {clips});
  }

  const clips: Clips = {
    keep(blob, kind, extension, durationMs, {name: of, free = () => {}} = {}) {
      const name = of ? nameAfter(of, extension) : clipName(new Date(), extension);
      const file = new File([blob], name, {type: blob.type});
      const id = `clip-${++lastId}`;
      files.set(id, {file, free});
      const url = URL.createObjectURL(file);
      const shareable = canShare(file);
      const clip = {id, kind, name, url, bytes: blob.size, durationMs, shareable, saved: false};
      setClips([...store.get().captures.clips, clip]);
    },
    fileOf: (id) => files.get(id)?.file,
    async share(id) {
      const file = clips.fileOf(id);
      if (file && (await share(file))) clips.markSaved(id);
    },
    markSaved(id) {
      const all = store.get().captures.clips;
      setClips(all.map((clip) => (clip.id === id ? {...clip, saved: true} : clip)));
    },
    remove(id) {
      const clip = store.get().captures.clips.find((other) => other.id === id);
      if (!clip) return;
      URL.revokeObjectURL(clip.url);
      files.get(id)?.free();
      files.delete(id);
      setClips(store.get().captures.clips.filter((other) => other !== clip));
    },
    dispose() {
      for (const id of [...files.keys()]) clips.remove(id);
    },
  };
  return clips;
}
