import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {FileTakers} from './take-files.ts';

/** What a person can do with files. */
export type FileActions = {
  /**
   * Takes what was dropped, pasted, shared or opened: to paint with, or to paint over. What is left out is told.
   *
   * @param target where it was dropped; a film is always painted over
   */
  takeFiles(files: readonly File[], target: 'style' | 'source'): Promise<void>;
};

/** Makes the actions of those on sources, styles and cues, which tell what goes wrong. */
export function fileActions(takers: FileTakers, attempt: Attempt): FileActions {
  const withFiles = withLaterPart(() => import('./take-files.ts'), attempt);
  return {
    takeFiles: (files, target) => withFiles(({takeFiles}) => takeFiles(takers, files, target)),
  };
}
