import type {Look} from '../look/look-table.ts';
import {AS_LOOK, isSameCover, type RegionCover} from '../look/region-key.ts';

/** What covers persons, and what is behind them. */
export type RegionCovers = Pick<Look, 'person' | 'background'>;

/** How strongly a face is painted that is to stay one that is known. */
const FACE_ALPHA = 0.4;

const FILMED: RegionCover = {by: 'frame'};

/** What most people want of regions. */
export const REGION_PRESETS = {
  whole: {person: AS_LOOK, background: AS_LOOK},
  person: {person: AS_LOOK, background: FILMED},
  background: {person: FILMED, background: AS_LOOK},
  faces: {person: {by: 'look', alpha: FACE_ALPHA}, background: AS_LOOK},
  cutOut: {person: AS_LOOK, background: {by: 'none'}},
} as const satisfies Record<string, RegionCovers>;

/** The name of one of them. */
export type RegionPreset = keyof typeof REGION_PRESETS;

/** Their names, the usual one first. */
export const regionPresets = Object.keys(REGION_PRESETS) as RegionPreset[];

/** Which of them covers are; undefined for others. */
export function presetOf({person, background}: RegionCovers): RegionPreset | undefined {
  return regionPresets.find((name) => {
    const preset = REGION_PRESETS[name];
    return isSameCover(preset.person, person) && isSameCover(preset.background, background);
  });
}
