import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {Backup, BackupParts} from './backup.ts';

/** What a person can do about all they have made here. */
export type BackupActions = {
  /** Does something with the backup, which comes when it is first asked for; a notice says what goes wrong. */
  withBackup(use: (backup: Backup) => unknown): Promise<void>;
};

/** @param parts as `createBackup` takes them */
export function backupActions(parts: BackupParts, attempt: Attempt): BackupActions {
  return {
    withBackup: withLaterPart(
      async () => (await import('./backup.ts')).createBackup(parts),
      attempt,
    ),
  };
}
