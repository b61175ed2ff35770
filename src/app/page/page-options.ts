import {FRAME_STEP} from '../../gpu/size.ts';
import type {Look, WeightedStyle} from '../look/look.ts';
import {models, networkEntries} from '../networks/network-catalogue.ts';

/** What the address of the page asks for; `undefined` where it says nothing. */
export type PageOptions = {
  /** `camera`, `demo`, or the address of a picture or video. */
  source: string | undefined;
  styles: WeightedStyle[] | undefined;
  alpha: number | undefined;
  /** A network that is here, or `auto`. */
  model: string | undefined;
  size: number | 'auto' | undefined;
  clean: boolean;
  /** Sentences about what could not be understood and was left out. */
  problems: string[];
};

/** Fixed sizes are kept between these, short side in pixels. */
const SMALLEST_SIZE = 32;
const LARGEST_SIZE = 1440;

/**
 * Reads the query of the page's address: `?source=…&style=<id>[,<id>:<weight>…]&alpha=0…1
 * &model=<name>&size=<px>|auto&clean=1`. What makes no sense is left out and told.
 */
export function readPageOptions(query: string): PageOptions {
  const parameters = new URLSearchParams(query);
  const problems: string[] = [];
  const text = (name: string) => parameters.get(name) ?? undefined;
  return {
    source: text('source'),
    styles: readStyles(text('style'), problems),
    alpha: readAlpha(text('alpha'), problems),
    model: readModel(text('model'), problems),
    size: readSize(text('size'), problems),
    clean: parameters.get('clean') === '1',
    problems,
  };
}

/**
 * The query with this look in it; its other parameters stay as they are.
 *
 * @param model by name; `auto` is what an address without a network means
 */
export function withLook(query: string, look: Look, model: string): string {
  const parameters = new URLSearchParams(query);
  const single = look.styles.length === 1;
  const style = look.styles.map(({id, weight}) => (single ? id : `${id}:${weight}`)).join(',');
  parameters.set('style', style);
  parameters.set('alpha', String(look.alpha));
  if (model === 'auto') parameters.delete('model');
  else parameters.set('model', model);
  // Commas and colons are allowed in a query and read better plain.
  return `?${parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

function readModel(name: string | undefined, problems: string[]): string | undefined {
  if (!name) return undefined;
  if (name === 'auto' || models.has(name)) return name;
  const known = networkEntries.some((entry) => entry.name === name);
  problems.push(
    known
      ? `The network ${name} wants an encoder here: npm run models:import -- --encoder FILE`
      : `There is no network called “${name}”.`,
  );
  return undefined;
}

function readStyles(text: string | undefined, problems: string[]): WeightedStyle[] | undefined {
  if (!text) return undefined;
  const styles = text.split(',').flatMap((part) => {
    const [id = '', weightText = '1'] = part.split(':');
    const weight = Number(weightText);
    if (id && weight > 0 && weight < Infinity) return [{id, weight}];
    problems.push(`The address has a style “${part}” that is not “name” or “name:weight”.`);
    return [];
  });
  return styles.length > 0 ? styles : undefined;
}

function readAlpha(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  const alpha = Number(text);
  if (text.trim() === '' || Number.isNaN(alpha)) {
    problems.push(`The address has alpha=${text}, which is no number; it goes from 0 to 1.`);
    return undefined;
  }
  const clamped = Math.min(1, Math.max(0, alpha));
  if (clamped !== alpha) {
    problems.push(`The address has alpha=${text}; it goes from 0 to 1, so ${clamped} is used.`);
  }
  return clamped;
}

function readSize(text: string | undefined, problems: string[]): number | 'auto' | undefined {
  if (text === undefined || text === 'auto') return text;
  const size = Number(text);
  if (!(size > 0)) {
    problems.push(`The address has size=${text}; it is “auto” or a number of pixels.`);
    return undefined;
  }
  const rounded = Math.round(size / FRAME_STEP) * FRAME_STEP;
  return Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, rounded));
}
