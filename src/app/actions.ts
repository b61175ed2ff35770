import type {Attempt} from './attempt.ts';
import type {BackupActions} from './backup/backup-actions.ts';
import type {CaptureActions} from './captures/capture-actions.ts';
import type {CueActions} from './cues/cue-actions.ts';
import type {ExportActions} from './exports/export-actions.ts';
import type {FileActions} from './files/file-actions.ts';
import type {LearningActions} from './learning/learning-actions.ts';
import type {LookActions} from './look/look-actions.ts';
import type {MidiActions} from './midi/midi-actions.ts';
import type {OfflineActions} from './offline/offline-actions.ts';
import type {HandActions} from './regions/hand-actions.ts';
import type {Settings} from './settings/settings-table.ts';
import type {SoundActions} from './sound/sound-actions.ts';
import type {SourceActions} from './sources/source-actions.ts';
import type {StyleActions} from './styles/style-actions.ts';
import type {ViewActions} from './view/view-actions.ts';

/**
 * What a person can do; each feature brings its own. Calls never reject for what a person did: what
 * goes wrong becomes a notice with a sentence that says what to do.
 */
export type Actions = SourceActions &
  StyleActions &
  FileActions &
  BackupActions &
  LookActions &
  LearningActions &
  CueActions &
  MidiActions &
  SoundActions &
  HandActions &
  ViewActions &
  CaptureActions &
  ExportActions &
  OfflineActions & {
    setSettings(change: Partial<Settings>): void;
    dismissNotice(id: number): void;
    /** Does what the button of a notice says. */
    actOnNotice(id: number): void;
    /** For what the page does by itself: a part of it may not come. */
    attempt: Attempt;
  };
