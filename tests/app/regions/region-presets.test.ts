import {expect, it} from 'vitest';
import {checkLook, firstLook} from '../../../src/app/look/look-table.ts';
import {presetOf, REGION_PRESETS, regionPresets} from '../../../src/app/regions/region-presets.ts';
import {catalogue} from '../fake-catalogue.ts';

it.each(regionPresets)('%s is a look, and known again', (name) => {
  const look = {...firstLook(catalogue), ...REGION_PRESETS[name]};
  expect(checkLook(look)).toBeUndefined();
  expect(presetOf(look)).toBe(name);
});

it('knows others for none of them', () => {
  expect(presetOf({person: {by: 'blur'}, background: {by: 'look'}})).toBeUndefined();
});
