import {AppError} from '../notices/app-error.ts';
import type {Cue} from './cues-state.ts';

/** What a file of cues says of itself. */
const FORMAT = 'pastiche-cues';
const VERSION = 1;

/** The largest file that is read, in bytes, the most cues, and the longest name and fade. */
const LARGEST_FILE = 4_000_000;
const MOST_CUES = 500;
const LONGEST_NAME = 60;
const LONGEST_FADE_MS = 60_000;

/** Cues as text: for a file, or to keep. */
export function writeCues(cues: readonly Cue[]): string {
  return JSON.stringify({format: FORMAT, version: VERSION, cues});
}

/** A file of cues to give to others. */
export function cueFile(cues: readonly Cue[]): File {
  return new File([writeCues(cues)], 'cues.pastiche.json', {type: 'application/json'});
}

/**
 * Reads a file of cues; those in it that make no sense are left out.
 *
 * @throws AppError if it is too large, no such file, or cut short
 */
export async function readCueFile(file: Blob): Promise<Cue[]> {
  if (file.size > LARGEST_FILE) throw new AppError({key: 'cues.too-large'});
  return readCues(await file.text());
}

/** The same of a text. */
export function readCues(text: string): Cue[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError({key: 'cues.damaged'}, {cause});
  }
  const {format, cues} = (value ?? {}) as Partial<Record<string, unknown>>;
  if (format !== FORMAT || !Array.isArray(cues)) throw new AppError({key: 'cues.damaged'});
  const read = cues.slice(0, MOST_CUES).flatMap((cue) => readCue(cue) ?? []);
  // Two of one name would be recalled together.
  return [...new Map(read.map((cue) => [cue.id, cue])).values()];
}

function readCue(value: unknown): Cue | undefined {
  const {id, name, look, fadeMs, thumbnail} = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '' || typeof look !== 'object' || look === null) {
    return undefined;
  }
  const isFade = typeof fadeMs === 'number' && fadeMs >= 0 && fadeMs <= LONGEST_FADE_MS;
  const isPicture = typeof thumbnail === 'string' && thumbnail.startsWith('data:image/');
  return {
    id,
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '',
    look: look as Record<string, unknown>,
    fadeMs: isFade ? fadeMs : 0,
    thumbnail: isPicture ? thumbnail : '',
  };
}
