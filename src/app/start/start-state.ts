import type {Message} from '../../words/message.ts';

/** What the start-up is doing. */
export type Progress = {
  step: Message;
  /** 0…1 over the whole start. */
  fraction: number;
  /** Bytes of the network loaded so far and in all, while it loads. */
  bytes: {loaded: number; total: number} | null;
};

/** How far the app is, and what keeps it from painting. */
export type StartState = {
  /** `live` once the first painted frame is on the canvas; `failed` if there can be none. */
  phase: 'loading' | 'live' | 'failed';
  progress: Progress | null;
  /** Why there is no picture and what to do about it, while `failed` or while painting is halted. */
  failure: Message | null;
};

/** Before anything has happened. */
export const FIRST_START: StartState = {phase: 'loading', progress: null, failure: null};
