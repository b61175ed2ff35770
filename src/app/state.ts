import type {CapturesState} from './captures/captures-state.ts';
import type {CuesState} from './cues/cues-state.ts';
import type {ExportsState} from './exports/exports-state.ts';
import type {LearningState} from './learning/learning-state.ts';
import type {Look} from './look/look-table.ts';
import type {MidiState} from './midi/midi-state.ts';
import type {NetworksState} from './networks/networks-state.ts';
import type {Notice} from './notices/notice.ts';
import type {OfflineState} from './offline/offline-state.ts';
import type {RegionsState} from './regions/regions-state.ts';
import type {Settings} from './settings/settings-table.ts';
import type {SoundState} from './sound/sound-state.ts';
import type {SourceState} from './sources/source-state.ts';
import type {StartState} from './start/start-state.ts';
import type {Stats} from './stats/stats.ts';
import type {StylesState} from './styles/styles-state.ts';
import type {ViewState} from './view/view-state.ts';

/** Everything the page shows, in slices: a feature writes its own, and its panel reads it. */
export type AppState = {
  start: StartState;
  source: SourceState;
  look: Look;
  styles: StylesState;
  networks: NetworksState;
  learning: LearningState;
  cues: CuesState;
  midi: MidiState;
  regions: RegionsState;
  sound: SoundState;
  captures: CapturesState;
  exports: ExportsState;
  offline: OfflineState;
  settings: Settings;
  view: ViewState;
  stats: Stats;
  notices: readonly Notice[];
};
