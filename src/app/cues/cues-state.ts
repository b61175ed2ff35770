/** A look that was kept to come back to. */
export type Cue = {
  id: string;
  name: string;
  /** As `Look`, or of a newer version: what is not known here is kept as it is. */
  look: Readonly<Record<string, unknown>>;
  /** In this time it comes in, in milliseconds. */
  fadeMs: number;
  /** A small picture of it as a data URL; empty where there is none. */
  thumbnail: string;
};

/** The cues of this person. */
export type CuesState = {
  list: readonly Cue[];
  /** The one that was recalled last, by its id; null where none was. */
  current: string | null;
  /** So often the next one is recalled by itself, in seconds; null where that is off. */
  autopilot: number | null;
};
