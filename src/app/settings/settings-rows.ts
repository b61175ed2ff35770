import type {Message, PlainKey} from '../../words/message.ts';
import type {AppState} from '../state.ts';
import type {Option, RowState, RowTemplate} from './setting.ts';
import {type SettingName, settingNames, type Settings, settingsTable} from './settings-table.ts';

/** A setting as a page shows it. */
export type SettingRow = {name: SettingName; label: PlainKey; hint: Message} & (
  | {kind: 'switch'; value: boolean}
  | {kind: 'choice'; value: Settings[SettingName]; options: readonly Option<unknown>[]}
);

/** The rows of the settings, in the order of the table. */
export function settingsRows({
  settings,
  networks,
  stats,
}: Pick<AppState, 'settings' | 'networks' | 'stats'>): SettingRow[] {
  const state: RowState = {
    networks: networks.entries,
    painting: stats.model,
    changing: networks.changing,
  };
  return settingNames.flatMap((name): SettingRow[] => {
    const row = settingsTable[name].row as RowTemplate<unknown> | undefined;
    if (!row) return [];
    const value = settings[name];
    const hint = typeof row.hint === 'function' ? row.hint(state) : {key: row.hint};
    const common = {name, label: row.label, hint};
    return row.kind === 'switch'
      ? [{...common, kind: 'switch', value: value === true}]
      : [{...common, kind: 'choice', value, options: row.options(state, value)}];
  });
}
