import {coversOf, withoutStyles} from '../look/covers.ts';
import {type Look, type LookName, lookTable} from '../look/look-table.ts';
import {NOT_PAINTED} from '../look/painted-key.ts';
import {AS_LOOK} from '../look/region-key.ts';
import {isMix, type WeightedStyle} from '../look/styles-key.ts';
import type {StyleEntry} from '../styles/styles-state.ts';
import type {Cue} from './cues-state.ts';

/**
 * What of a cue's look can be shown: keys that are known here, with values that make sense, and styles that
 * are still there.
 *
 * @returns the look, and whether styles of it are missing
 */
export function lookOfCue(
  {look}: Cue,
  entries: readonly StyleEntry[],
): {look: Partial<Look>; missing: boolean} {
  const known: Partial<Record<LookName, unknown>> = {};
  for (const name of Object.keys(lookTable) as LookName[]) {
    if (name in look && !lookTable[name].check(look[name])) known[name] = look[name];
  }
  const wanted = (known.styles ?? []) as readonly WeightedStyle[];
  const isHere = (id: string) => entries.some((entry) => entry.id === id);
  const styles = wanted.filter(({id}) => isHere(id));
  let missing = styles.length < wanted.length;
  if (isMix(styles)) known.styles = styles;
  else delete known.styles;
  const {person = AS_LOOK, background = AS_LOOK, painted = NOT_PAINTED} = known as Partial<Look>;
  const covers = {person, background, painted};
  const isMissing = (id: string) => !isHere(id);
  if (coversOf(covers).some((cover) => cover.by === 'style' && isMissing(cover.id))) missing = true;
  for (const [name, value] of Object.entries(withoutStyles(covers, isMissing))) {
    if (name in known) known[name as LookName] = value;
  }
  return {look: known as Partial<Look>, missing};
}
