import type {BackupActions} from '../backup/backup-actions.ts';
import type {Notices} from '../notices/notices.ts';
import type {SourceActions} from '../sources/source-actions.ts';
import type {StyleActions} from '../styles/style-actions.ts';

/** What a person can do with files. */
export type FileActions = {
  /**
   * Takes what was dropped or pasted: to paint with, or to paint over. What is left out is told.
   *
   * @param target where it was dropped; a film is always painted over
   */
  takeFiles(files: readonly File[], target: 'style' | 'source'): Promise<void>;
};

/** Makes the actions of those on sources and styles, which tell what goes wrong. */
export function fileActions(
  notices: Pick<Notices, 'show'>,
  {openSourceFile}: Pick<SourceActions, 'openSourceFile'>,
  {addStyles}: Pick<StyleActions, 'addStyles'>,
  {withBackup}: BackupActions,
  bringCheckpoints: (files: readonly File[]) => Promise<void>,
): FileActions {
  /** There is one stage: of several files, the first film, else the first, is painted over. */
  async function paintOver(files: readonly File[]) {
    const source = files.find(isFilm) ?? files[0];
    if (!source) return;
    if (files.length > 1) {
      const values = {name: source.name, count: files.length - 1};
      notices.show('info', {key: 'files.one-source', values});
    }
    await openSourceFile(source, source.name);
  }

  return {
    async takeFiles(files, target) {
      if (files.length === 0) {
        notices.show('info', {key: 'drop.nothing'});
        return;
      }
      const checkpoints = files.filter(isCheckpoint);
      if (checkpoints.length > 0) await bringCheckpoints(checkpoints);
      for (const file of files.filter(isOurs))
        await withBackup(async (backup) => {
          if (!(await backup.open(file))) await addStyles([file]);
        });
      const rest = files.filter((file) => !isOurs(file) && !isCheckpoint(file));
      if (rest.length === 0) return;
      const pictures = rest.filter((file) => !isFilm(file));
      if (target === 'source' || pictures.length === 0) return paintOver(rest);
      if (pictures.length < rest.length) {
        const values = {count: rest.length - pictures.length};
        notices.show('info', {key: 'files.films-left', values});
      }
      return addStyles(pictures);
    },
  };
}

/** A style or a backup that was saved here; what is in it says which. */
function isOurs({name}: File): boolean {
  return name.endsWith('.pastiche');
}

/** Weights of the paper's network as they are published. */
function isCheckpoint({name}: File): boolean {
  return /\.(pth|pt|npz|safetensors)$/i.test(name);
}

function isFilm({type}: File): boolean {
  return type.startsWith('video/');
}
