import type {Message} from '../../words/message.ts';
import type {Catalogue} from '../catalogue.ts';
import {alphaKey} from './alpha-key.ts';
import {calmKey} from './calm-key.ts';
import {colourKey} from './colour-key.ts';
import {edgeKey} from './edge-key.ts';
import {paintedKey} from './painted-key.ts';
import {regionKey} from './region-key.ts';
import {strokeKey} from './stroke-key.ts';
import {stylesKey} from './styles-key.ts';

/** Every key of the look. A new one is an object here, and what paints with it. */
export const lookTable = {
  styles: stylesKey,
  alpha: alphaKey,
  stroke: strokeKey,
  colour: colourKey,
  calm: calmKey,
  person: regionKey('person'),
  background: regionKey('background'),
  edge: edgeKey,
  painted: paintedKey,
};

/** The names of the look's keys. */
export type LookName = keyof typeof lookTable;

/**
 * What a person has set about the painting, as plain data. It goes into the address and through
 * `window.pastiche` as it is.
 */
export type Look = {[Name in LookName]: ReturnType<(typeof lookTable)[Name]['first']>};

const names = Object.keys(lookTable) as LookName[];

/** The look of a first visit. */
export function firstLook(catalogue: Catalogue): Look {
  return Object.fromEntries(names.map((name) => [name, lookTable[name].first(catalogue)])) as Look;
}

/** What is wrong with a look; undefined where nothing is. */
export function checkLook(look: Look): Message | undefined {
  return names.map((name) => lookTable[name].check(look[name])).find(Boolean);
}
