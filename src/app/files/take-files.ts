import type {BackupActions} from '../backup/backup-actions.ts';
import type {CueActions} from '../cues/cue-actions.ts';
import type {Notices} from '../notices/notices.ts';
import type {SourceActions} from '../sources/source-actions.ts';
import type {StyleActions} from '../styles/style-actions.ts';

/** What takes files. */
export type FileTakers = {notices: Pick<Notices, 'show'>} & Pick<SourceActions, 'openSourceFile'> &
  Pick<StyleActions, 'addStyles'> &
  Pick<CueActions, 'withCues'> &
  BackupActions & {
    /** Makes a network of checkpoints; throws as `bringCheckpoint`. */
    bringCheckpoints(files: readonly File[]): Promise<void>;
  };

/** Gives each file to what takes it; see `FileActions`. */
export async function takeFiles(
  takers: FileTakers,
  files: readonly File[],
  target: 'style' | 'source',
): Promise<void> {
  const {notices, addStyles, withCues, withBackup} = takers;
  if (files.length === 0) {
    notices.show('info', {key: 'drop.nothing'});
    return;
  }
  const checkpoints = files.filter(isCheckpoint);
  if (checkpoints.length > 0) await takers.bringCheckpoints(checkpoints);
  for (const file of files.filter(isOurs)) {
    await withBackup(async (backup) => {
      if (!(await backup.open(file))) await addStyles([file]);
    });
  }
  for (const file of files.filter(isCues)) await withCues((cues) => cues.open(file));
  const rest = files.filter((file) => ![isOurs, isCues, isCheckpoint].some((is) => is(file)));
  if (rest.length === 0) return;
  const pictures = rest.filter((file) => !isFilm(file));
  if (target === 'source' || pictures.length === 0) return paintOver(takers, rest);
  if (pictures.length < rest.length) {
    const values = {count: rest.length - pictures.length};
    notices.show('info', {key: 'files.films-left', values});
  }
  return addStyles(pictures);
}

/** There is one stage: of several files, the first film, else the first, is painted over. */
async function paintOver({notices, openSourceFile}: FileTakers, files: readonly File[]) {
  const source = files.find(isFilm) ?? files[0];
  if (!source) return;
  if (files.length > 1) {
    const values = {name: source.name, count: files.length - 1};
    notices.show('info', {key: 'files.one-source', values});
  }
  await openSourceFile(source, source.name);
}

/** A style or a backup that was saved here; what is in it says which. */
function isOurs({name}: File): boolean {
  return name.endsWith('.pastiche');
}

/** One that `Cues.save` has made; what is in it says whether it is one. */
function isCues({name}: File): boolean {
  return name.endsWith('.json');
}

/** Weights of the paper's network as they are published. */
function isCheckpoint({name}: File): boolean {
  return /\.(pth|pt|npz|safetensors)$/i.test(name);
}

function isFilm({type}: File): boolean {
  return type.startsWith('video/');
}
