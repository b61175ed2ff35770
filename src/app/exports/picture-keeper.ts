/** Keeps pictures one after the other. */
export type PictureKeeper = {
  /**
   * Keeps one.
   *
   * @param path of what it was made of: names of folders, and of the file
   * @throws AppError where it cannot be kept
   */
  keep(path: readonly string[], picture: Blob): Promise<void>;
  /** Ends it; what was kept stays. */
  close(): void;
};
