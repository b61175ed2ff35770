import {type Look, type LookName, lookTable} from '../look/look-table.ts';
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
  const styles = wanted.filter(({id}) => entries.some((entry) => entry.id === id));
  if (isMix(styles)) known.styles = styles;
  else delete known.styles;
  return {look: known as Partial<Look>, missing: styles.length < wanted.length};
}
