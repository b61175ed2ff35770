import {clipName, nameAfter} from '../../capture/clip-name.ts';
import type {ClipFile} from '../../capture/disk/clip-file.ts';
import {canShare, share} from '../../capture/share.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Clip} from './captures-state.ts';

/**
 * What there may be to know of a clip: where it is on the browser's disk, the name of what it was made of, and as
 * `Clip` has it.
 */
export type Origin = {
  file?: ClipFile | null;
  name?: string;
} & Pick<Clip, 'left' | 'loops'>;

/** The finished recordings and snapshots of this visit, and what others have left. */
export type Clips = {
  /**
   * Takes over what the clip is on the browser's disk, and gives its id. What was left comes before all others.
   *
   * @param extension of the file, without the dot
   */
  keep(
    blob: Blob,
    kind: Clip['kind'],
    extension: string,
    durationMs: number,
    origin?: Origin,
  ): string;
  fileOf(id: string): File | undefined;
  /** Opens the browser's share sheet. Throws as `share` does. */
  share(id: string): Promise<void>;
  /** Takes note that a clip is safe elsewhere. */
  markSaved(id: string): void;
  /** Removes it from the browser's disk, too. */
  remove(id: string): void;
  /** Frees all, but leaves what is on the browser's disk; may be called twice. */
  dispose(): void;
};

/** Keeps clips, the files here and what is shown of them in the store. */
export function createClips(store: Store<AppState>): Clips {
  const kept = new Map<string, {shared: File; file: ClipFile | null}>();
  let lastId = 0;

  function setClips(clips: readonly Clip[]) {
    store.patch('captures', {clips});
  }

  const clips: Clips = {
    keep(blob, kind, extension, durationMs, {file = null, left, loops, name: of} = {}) {
      const dated = file?.name ?? clipName(new Date(), extension);
      const name = of ? nameAfter(of, extension) : dated;
      const shared = new File([blob], name, {type: blob.type});
      const id = `clip-${++lastId}`;
      kept.set(id, {shared, file});
      const url = URL.createObjectURL(shared);
      const [bytes, shareable] = [blob.size, canShare(shared)];
      const clip = {id, kind, name, url, bytes, durationMs, shareable, loops, saved: false};
      const others = store.get().captures.clips;
      setClips(left ? [{...clip, left}, ...others] : [...others, clip]);
      return id;
    },
    fileOf: (id) => kept.get(id)?.shared,
    async share(id) {
      const file = clips.fileOf(id);
      if (file && (await share(file))) clips.markSaved(id);
    },
    markSaved(id) {
      void kept.get(id)?.file?.markSaved();
      const all = store.get().captures.clips;
      setClips(all.map((clip) => (clip.id === id ? {...clip, saved: true} : clip)));
    },
    remove(id) {
      const clip = store.get().captures.clips.find((other) => other.id === id);
      if (!clip) return;
      URL.revokeObjectURL(clip.url);
      void kept.get(id)?.file?.remove();
      kept.delete(id);
      setClips(store.get().captures.clips.filter((other) => other !== clip));
    },
    dispose() {
      for (const [id, {file}] of kept) {
        file?.release();
        kept.delete(id);
        clips.remove(id);
      }
    },
  };
  return clips;
}
