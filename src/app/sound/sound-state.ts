/** What of a sound is listened to: all of it, what is below 150 Hz, or what is above 2 kHz. */
export type SoundBand = 'level' | 'bass' | 'treble';

/** What it drives: the strength of the style, the share of the mix's last style, or how broad strokes are. */
export type SoundTarget = 'strength' | 'mix' | 'stroke';

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
