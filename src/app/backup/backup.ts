import type {Catalogue} from '../catalogue.ts';
import type {CueActions} from '../cues/cue-actions.ts';
import {writeCues} from '../cues/cue-file.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import {downloadFile} from '../page/download-file.ts';
import {settingNames, type Settings, settingsTable} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {StyleLibrary} from '../styles/style-library.ts';
import {isBackup, packBelongings, unpackBelongings} from './backup-file.ts';

/** What a backup needs from the studio. */
export type BackupParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  catalogue: Catalogue;
  library: Promise<Pick<StyleLibrary, 'pack' | 'add'>>;
  changeSettings: (change: Partial<Settings>) => void;
  withCues: CueActions['withCues'];
};

/** All that a person has made here, as a file: browsers clear their storage. */
export type Backup = {
  /** Saves own styles with what was learnt of them, cues and settings as one file. */
  save(): Promise<void>;
  /**
   * Puts what is in such a file beside what is here; the same styles and cues are there once.
   *
   * @returns false where it is no such file, and nothing was done
   * @throws AppError where it is damaged
   */
  open(file: Blob): Promise<boolean>;
};

/** Of one machine, and not taken to another. */
const STAYS: readonly (keyof Settings)[] = ['fittingModel', 'cameraId', 'cameraLabel', 'keepAll'];

/** Opens the way out of the browser, and back into it. */
export function createBackup(parts: BackupParts): Backup {
  const {store, notices, catalogue, library, changeSettings, withCues} = parts;

  function fittingSettings(kept: Readonly<Record<string, unknown>>): Partial<Settings> {
    const names = settingNames.filter(
      (name) =>
        name in kept && !STAYS.includes(name) && settingsTable[name].fits(kept[name], catalogue),
    );
    return Object.fromEntries(names.map((name) => [name, kept[name]])) as Partial<Settings>;
  }

  return {
    async save() {
      // They come from earlier visits when they are first asked for.
      await withCues(() => {});
      const {styles, cues, settings} = store.get();
      const packed: File[] = [];
      const lost: string[] = [];
      for (const {id, title} of styles.entries.filter(({own}) => own)) {
        try {
          packed.push(await (await library).pack(id));
        } catch {
          lost.push(title);
        }
      }
      const file = packBelongings({styles: packed, cues: writeCues(cues.list), settings});
      downloadFile(new File([file], `pastiche-${new Date().toISOString().slice(0, 10)}.pastiche`));
      if (lost.length > 0) {
        notices.show('error', {key: 'backup.without', values: {titles: lost.join(', ')}});
      }
    },
    async open(file) {
      if (!(await isBackup(file))) return false;
      const {styles, cues, settings} = await unpackBelongings(file).catch((cause: unknown) => {
        throw new AppError({key: 'backup.damaged'}, {cause});
      });
      let count = 0;
      for (const style of styles) {
        try {
          await (await library).add(style, '');
          count++;
        } catch (error) {
          console.warn(error);
        }
      }
      await withCues((its) => its.open(new Blob([cues])));
      changeSettings(fittingSettings(settings));
      const values = {count, cues: store.get().cues.list.length};
      notices.show('info', {key: 'backup.opened', values});
      if (count < styles.length) {
        notices.show('error', {key: 'backup.some-damaged', values: {count: styles.length - count}});
      }
      return true;
    },
  };
}
