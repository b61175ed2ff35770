/** What of a sound can be listened to: all of it, what is below 150 Hz, or what is above 2 kHz. */
export const SOUND_BANDS = ['level', 'bass', 'treble'] as const;

/** One of these. */
export type SoundBand = (typeof SOUND_BANDS)[number];

/** What it can drive: the strength of the style, the share of the mix's last style, or how broad strokes are. */
export const SOUND_TARGETS = ['strength', 'mix', 'stroke'] as const;

/** One of these. */
export type SoundTarget = (typeof SOUND_TARGETS)[number];

/** A sound that drives the look. */
export type SoundState = {
  /** `off` until a person asks for it. */
  phase: 'off' | 'asking' | 'on' | 'denied' | 'unsupported';
  band: SoundBand;
  target: SoundTarget;
  /** How far it drives, 0…1. */
  depth: number;
  /** How loud it is now, 0…1: for a person to see, a few times a second. */
  level: number;
};

/** What a person can choose of a sound that drives. */
export type SoundChoice = Pick<SoundState, 'band' | 'target' | 'depth'>;

/** Nobody listens. */
export const SILENCE: SoundState = {
  phase: 'off',
  band: 'bass',
  target: 'strength',
  depth: 0.7,
  level: 0,
};
