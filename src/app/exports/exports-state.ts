import type {Message} from '../../words/message.ts';

/** What can be made beside what the canvas shows. */
export type ExportKind = 'picture' | 'pictures' | 'film' | 'loop';

/** Something that is made while the picture goes on. */
export type ExportJob = {
  id: string;
  kind: ExportKind;
  /** What a person calls it: the name of a file. */
  name: string;
  /** It waits until the one before it is done, runs, or rests until it is resumed. */
  phase: 'waiting' | 'running' | 'paused';
  /** How much of it is done, 0…1. */
  done: number;
  /** In this time it will be done, in milliseconds; null while that is not known. */
  leftMs: number | null;
  /** How far it is, in its own words; null where there are none. */
  about: Message | null;
};

/** What is made now. */
export type ExportsState = {
  /** In the order in which they were asked for. */
  jobs: readonly ExportJob[];
};

/** Nothing is made. */
export const NO_EXPORTS: ExportsState = {jobs: []};
