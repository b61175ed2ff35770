import {expect, it} from 'vitest';
import {type SettingRow, settingsRows} from '../../../src/app/settings/settings-rows.ts';
import {
  FIRST_SETTINGS,
  type Settings,
  settingsTable,
} from '../../../src/app/settings/settings-table.ts';
import {FIRST_STATS} from '../../../src/app/stats/stats.ts';
import {LADDER} from '../../../src/live/pace/size-ladder.ts';
import {say, sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';

it('has a row for each setting that is shown, in the order of the table', () => {
  expect(rows().map(({name}) => name)).toEqual([
    'model',
    'size',
    'enlarge',
    'crossFade',
    'learning',
    'learnOnCamera',
    'mirror',
    'attract',
    'bitrate',
    'microphone',
    'recordMirrored',
    'overlay',
  ]);
});

it('has words for every row and choice', () => {
  for (const each of rows()) {
    expect(say(each.label)).not.toBe('');
    expect(sentence(each.hint)).not.toBe('');
    for (const {label} of optionsOf(each)) expect(sentence(label)).not.toBe('');
  }
});

it('offers what fits, and marks what holds', () => {
  for (const each of rows()) {
    const {fits} = settingsTable[each.name];
    expect(fits(each.value, catalogue)).toBe(true);
    for (const {value, disabled} of optionsOf(each)) {
      expect(fits(value, catalogue), `${each.name}: ${String(value)}`).toBe(!disabled);
    }
  }
});

it('lists every network, those that want an encoder to be looked at only', () => {
  const options = optionsOf(row('model'));

  expect(options.map(({value, disabled}) => [value, Boolean(disabled)])).toEqual([
    ['auto', false],
    ['swift-lite', false],
    ['swift', false],
    ['swift-hd', false],
    ['vgg19', true],
    ['other', false],
  ]);
  expect(sentence(options[4]!.label)).toBe('The paper’s (needs an encoder)');
});

it('says which network paints, and when another one is being woken', () => {
  expect(sentence(row('model').hint)).toBe(
    'swift paints; for vgg19 drop an encoder’s file, see README',
  );
  expect(sentence(row('model', {}, true).hint)).toBe('Waking another one …');
});

it('lists a size that the address has asked for among the others', () => {
  const sizes = (settings: Partial<Settings>) =>
    optionsOf(row('size', settings)).map(({value}) => value);

  expect(sizes({})).toEqual(['auto', ...LADDER]);
  expect(sizes({size: 64})).toEqual(['auto', ...[64, ...LADDER].sort((a, b) => a - b)]);
  expect(sizes({size: LADDER[1]!})).toEqual(['auto', ...LADDER]);
});

function rows(settings: Partial<Settings> = {}, changing = false): SettingRow[] {
  return settingsRows({
    settings: {...FIRST_SETTINGS, ...settings},
    networks: {entries: catalogue.networks, changing},
    stats: {...FIRST_STATS, model: 'swift'},
  });
}

function row(name: SettingRow['name'], settings: Partial<Settings> = {}, changing = false) {
  return rows(settings, changing).find((each) => each.name === name)!;
}

function optionsOf(of: SettingRow) {
  return of.kind === 'choice' ? of.options : [];
}
