import {decodePicture} from '../../live/sources/decode-picture.ts';
import {sha256} from '../../network/load-network.ts';
import {mixStatistics} from '../../network/mix-statistics.ts';
import type {Look} from '../look/look.ts';
import {PlainError} from '../notices/plain-error.ts';
import {rest} from '../rest.ts';
import type {StyleEntry} from '../state.ts';
import type {StudioContext} from '../studio-context.ts';
import {asJpeg} from './as-jpeg.ts';
import {FIRST_STYLE, gallery} from './gallery.ts';
import type {StyleAnalyst} from './style-analyst.ts';
import type {OwnStyle, StyleShelf} from './style-shelf.ts';

/** Own styles are kept at this longer side at most, in pixels. */
const KEPT_SIDE = 1024;

/** A title is cut after so many letters. */
const LONGEST_TITLE = 60;

/** Between two styles analysed in advance the live picture gets its turn, in milliseconds. */
const PREPARE_REST_MS = 120;

/** How long a machine without time is left alone, in milliseconds. */
const BUSY_REST_MS = 2000;

const FORGETFUL =
  'Your browser keeps nothing for this page, so your own styles last until you leave it.';
const FULL =
  'Your browser’s storage is full, so this style lasts until you leave the page. Remove a style to make room.';
const UNKEPT =
  'Your browser could not keep this style, so it lasts until you leave the page. Add it again later.';

/** The styles there are, and the look they make. */
export type Styles = {
  /** Shows a look with the next frame, or as soon as its styles are analysed; the newest wins. */
  show(look: Look): Promise<void>;
  /** Makes an own style of a picture; gives its id. */
  add(picture: Blob, title: string): Promise<string>;
  rename(id: string, title: string): Promise<void>;
  /** Removes an own style; if it is shown, the first of the gallery takes its place. */
  remove(id: string): Promise<void>;
  /** Analyses the gallery's styles in advance, one by one, whenever the machine has time. */
  prepare(hasTime: () => boolean): Promise<void>;
};

/** The look of a first visit. */
export function firstLook(): Look {
  const entry = gallery.find(({id}) => id === FIRST_STYLE) ?? gallery[0];
  return {styles: [{id: entry?.id ?? FIRST_STYLE, weight: 1}], alpha: 1};
}

/**
 * Brings the own styles from the shelf into the store.
 *
 * @param analyst of the network to paint with now; resolves once it is there
 * @param shelfLasts false if the shelf forgets everything when the page is left
 */
export async function createStyles(
  {store, notices, engine}: StudioContext,
  analyst: () => Promise<StyleAnalyst>,
  shelf: StyleShelf,
  shelfLasts: boolean,
): Promise<Styles> {
  const pictures = new Map<string, Blob>();
  let newest = 0;
  let shown = store.get().look;

  function putOnDisplay({id, title, picture}: OwnStyle) {
    pictures.set(id, picture);
    const {styles} = store.get();
    const before = styles.find((entry) => entry.id === id);
    if (before) URL.revokeObjectURL(before.imageUrl);
    const imageUrl = URL.createObjectURL(picture);
    const others = styles.filter((entry) => entry !== before);
    store.set({styles: [...others, {id, title, note: '', own: true, imageUrl}]});
  }

  for (const style of await shelf.ownStyles().catch(() => [])) putOnDisplay(style);

  async function pictureOf(id: string): Promise<Blob> {
    const own = pictures.get(id);
    if (own) return own;
    const response = await fetch(entryOf(id).imageUrl).catch(() => undefined);
    if (!response?.ok) throw new PlainError('This style’s picture cannot be loaded. Try another.');
    return response.blob();
  }

  function entryOf(id: string): StyleEntry {
    const entry = store.get().styles.find((style) => style.id === id);
    if (!entry) throw new PlainError(`There is no style called “${id}”.`);
    return entry;
  }

  async function statisticsOf(id: string) {
    return (await analyst()).analyze(id, () => pictureOf(id));
  }

  async function paint(look: Look, onWait: (id: string) => void) {
    const ready = await analyst();
    const parts = look.styles.map(async ({id, weight}) => {
      if (!ready.recall(id)) onWait(id);
      return {statistics: await ready.analyze(id, () => pictureOf(id)), weight};
    });
    const style = mixStatistics(await Promise.all(parts));
    const layers = [{code: {statistics: style}, alpha: look.alpha}];
    return {network: ready.model, layers, colour: 'style'} as const;
  }

  const styles: Styles = {
    async show(look) {
      checkLook(look);
      for (const {id} of look.styles) entryOf(id);
      const request = ++newest;
      store.set({look});
      const painting = paint(look, (id) => {
        if (request === newest) store.set({analyzing: id});
      });
      try {
        const [painter, next] = await Promise.all([engine, painting]);
        if (request !== newest) return;
        painter.setPaintAt(() => next);
        shown = look;
      } catch (error) {
        // What a newer look has taken the place of may fail unseen.
        if (request !== newest) return;
        store.set({look: shown});
        throw error;
      } finally {
        if (request === newest) store.set({analyzing: null});
      }
    },
    async add(picture, title) {
      const decoded = await decodePicture(picture, KEPT_SIDE);
      const small = await asJpeg(decoded, decoded);
      const hash = await sha256(await small.arrayBuffer());
      const id = `own-${hash.slice(0, 16) || Date.now().toString(36)}`;
      const style = {id, title: cleanTitle(title), picture: small, added: Date.now()};
      if (!shelfLasts) notices.show('info', FORGETFUL);
      await shelf.keepStyle(style).catch((error: unknown) => {
        notices.show('error', isFull(error) ? FULL : UNKEPT);
      });
      putOnDisplay(style);
      return id;
    },
    async rename(id, title) {
      if (!pictures.has(id)) throw new PlainError('Only your own styles can be renamed.');
      const renamed = cleanTitle(title);
      // Kept first: what is shown survives a reload.
      const kept = (await shelf.ownStyles()).find((style) => style.id === id);
      if (kept) await shelf.keepStyle({...kept, title: renamed});
      const entries = store.get().styles;
      const change = (entry: StyleEntry) => (entry.id === id ? {...entry, title: renamed} : entry);
      store.set({styles: entries.map(change)});
    },
    async remove(id) {
      if (!pictures.has(id)) throw new PlainError('Only your own styles can be removed.');
      // First, as with a new title: what is gone from the page does not come back with a reload.
      await shelf.removeStyle(id);
      if (!pictures.delete(id)) return;
      URL.revokeObjectURL(entryOf(id).imageUrl);
      store.set({styles: store.get().styles.filter((entry) => entry.id !== id)});
      (await analyst()).forget(id);
      const {look} = store.get();
      const left = look.styles.filter((style) => style.id !== id);
      if (left.length < look.styles.length) {
        await styles.show({...look, styles: left.length > 0 ? left : firstLook().styles});
      }
    },
    async prepare(hasTime) {
      for (const {id} of gallery) {
        while (!hasTime()) await rest(BUSY_REST_MS);
        await statisticsOf(id).catch(() => {});
        await rest(PREPARE_REST_MS);
      }
    },
  };
  return styles;
}

/** Programs may ask for anything. */
function checkLook({styles, alpha}: Look) {
  if (styles.length === 0 || !styles.every(({weight}) => weight > 0 && weight < Infinity)) {
    throw new PlainError('A look needs at least one style, and weights above 0.');
  }
  if (!(alpha >= 0 && alpha <= 1)) {
    throw new PlainError(`The style strength goes from 0 to 1, but it is ${alpha}.`);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function cleanTitle(title: string): string {
  return title.trim().slice(0, LONGEST_TITLE) || 'My style';
}
