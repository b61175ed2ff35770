/** A finished loop. */
export type LoopFile = {
  blob: Blob;
  /** Without the dot. */
  extension: 'gif' | 'webp' | 'mp4' | 'webm';
};

/** Makes one file of pictures. Whoever opens one disposes it. */
export type LoopEncoder = {
  /** Takes what a canvas shows as the next picture; resolves when there is room for another. */
  add(picture: HTMLCanvasElement): Promise<void>;
  finish(): Promise<LoopFile>;
  /** Ends it, whatever it is doing; may be called twice. */
  dispose(): void;
};
