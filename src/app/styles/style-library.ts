import {sha256} from '../../network/load-network.ts';
import {loadPart} from '../load-part.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {asJpeg} from './as-jpeg.ts';
import {fetchPicture} from './fetch-picture.ts';
import {isReadable} from './is-readable.ts';
import type {OwnStyle} from './own-style.ts';
import {pictureUrlOf} from './picture-url.ts';
import {readPicture} from './read-picture.ts';
import {styleEntry} from './style-entry.ts';
import {fitKey, type StyleShelf} from './style-shelf.ts';
import type {StyleEntry} from './styles-state.ts';

/** Own styles are kept at this longer side at most, in pixels. */
const KEPT_SIDE = 1024;

/** A title is cut after so many letters. */
const LONGEST_TITLE = 60;

/** The styles there are: the gallery's, and a person's own, which are kept on a shelf. */
export type StyleLibrary = {
  /** @throws AppError if the picture is not to be had */
  pictureOf(id: string): Promise<Blob>;
  /**
   * Makes an own style of a picture, or of a file that `pack` has made; gives its id. The same picture is
   * the same style.
   *
   * @param title of a new style, unless the file says it; one that is there keeps its own
   * @throws SourceError if it is no picture, AppError if it is a style's file that is damaged
   */
  add(picture: Blob | ImageBitmap, title: string): Promise<string>;
  /** An own style as a file to give to others, with what was learnt of it. Throws as `pictureOf` does. */
  pack(id: string): Promise<File>;
  /** @throws AppError if it is not an own style, DOMException if the storage refuses */
  rename(id: string, title: string): Promise<void>;
  /** Takes an own style away for good. Throws as `rename` does. */
  remove(id: string): Promise<void>;
  /** Frees the pictures shown; may be called twice. */
  dispose(): void;
};

/**
 * Brings the own styles from the shelf into the store.
 *
 * @param untitled what a style without a name is called
 */
export async function createStyleLibrary(
  store: Store<AppState>,
  notices: Pick<Notices, 'show'>,
  shelf: StyleShelf,
  untitled: string,
): Promise<StyleLibrary> {
  const pictures = new Map<string, Blob>();

  const entryOf = (id: string) => styleEntry(store.get(), id);

  function setEntries(entries: readonly StyleEntry[]) {
    store.patch('styles', {entries});
  }

  function changeEntry(id: string, change: Partial<StyleEntry>) {
    const {entries} = store.get().styles;
    setEntries(entries.map((entry) => (entry.id === id ? {...entry, ...change} : entry)));
  }

  function putOnDisplay({id, title, picture}: OwnStyle) {
    const before = store.get().styles.entries.find((entry) => entry.id === id);
    if (before) URL.revokeObjectURL(before.imageUrl);
    pictures.set(id, picture);
    const entry = {id, title, note: '', own: true, imageUrl: URL.createObjectURL(picture)};
    const {entries} = store.get().styles;
    setEntries([...entries.filter((other) => other.id !== id), entry]);
  }

  /** Browsers lose what lies behind a stored picture: then its entry says so. */
  async function readOwn(id: string, picture: Blob): Promise<Blob> {
    if (await isReadable(picture)) return picture;
    changeEntry(id, {lost: true});
    throw new AppError({key: 'style.lost', values: {title: entryOf(id).title}});
  }

  const {styles, damaged} = await shelf.ownStyles().catch(() => ({styles: [], damaged: 0}));
  for (const style of styles) putOnDisplay(style);
  if (damaged > 0) notices.show('error', {key: 'style.damaged', values: {count: damaged}});
  for (const {id, picture} of styles) {
    // Nobody waits for it: who picks such a style is told then.
    readOwn(id, picture).catch(() => {});
  }

  async function add(picture: Blob | ImageBitmap, title: string): Promise<string> {
    return addKept(await asKept(picture), title);
  }

  /** A picture that was kept elsewhere stays as it is, and the style the same one. */
  async function addGiven(picture: Blob, title: string): Promise<string> {
    const {width, height} = await readPicture(picture, KEPT_SIDE + 1);
    const isAsKept = picture.type === 'image/jpeg' && Math.max(width, height) <= KEPT_SIDE;
    return isAsKept ? addKept(picture, title) : add(picture, title);
  }

  async function addKept(small: Blob, title: string): Promise<string> {
    const hash = await sha256(await small.arrayBuffer());
    const id = `own-${hash.slice(0, 16) || Date.now().toString(36)}`;
    const before = store.get().styles.entries.find((entry) => entry.id === id);
    // It may have been renamed since.
    const titled = before?.title ?? cleanTitle(title, untitled);
    const style = {id, title: titled, picture: small, added: Date.now()};
    if (!shelf.lasts) notices.show('info', {key: 'style.forgetful'});
    await shelf.keepStyle(style).catch((error: unknown) => {
      notices.show('error', {key: isFull(error) ? 'style.full' : 'style.unkept'});
    });
    if (!before || before.lost) putOnDisplay(style);
    return id;
  }

  return {
    async pictureOf(id) {
      const own = pictures.get(id);
      return own ? readOwn(id, own) : fetchPicture(await pictureUrlOf(entryOf(id)));
    },
    async add(picture, title) {
      if (!(picture instanceof Blob)) return add(picture, title);
      // A picture can be added without that part, too.
      const files = await import('./style-file.ts').catch(() => {});
      if (!files || !(await files.isStyleFile(picture))) return add(picture, title);
      const given = await files.unpackStyle(picture).catch((cause: unknown) => {
        throw new AppError({key: 'style-file.damaged'}, {cause});
      });
      const id = await addGiven(given.picture, given.title);
      await files.keepLearnt(given, (network, side, fit) =>
        shelf.keepFit(fitKey(id, network, side), fit),
      );
      return id;
    },
    async pack(id) {
      const own = pictures.get(id);
      if (!own) throw new AppError({key: 'style.not-packed'});
      const files = await loadPart(import('./style-file.ts'));
      const picture = await readOwn(id, own);
      return files.packOwn(shelf, {id, title: entryOf(id).title, picture});
    },
    async rename(id, title) {
      if (!pictures.has(id)) throw new AppError({key: 'style.not-renamed'});
      const renamed = cleanTitle(title, untitled);
      // Kept first: what is shown survives a reload.
      const {styles} = await shelf.ownStyles();
      const kept = styles.find((style) => style.id === id);
      if (kept) await shelf.keepStyle({...kept, title: renamed});
      changeEntry(id, {title: renamed});
    },
    async remove(id) {
      if (!pictures.has(id)) throw new AppError({key: 'style.not-removed'});
      // First, as with a new title: what is gone from the page does not come back with a reload.
      await shelf.removeStyle(id);
      if (!pictures.delete(id)) return;
      URL.revokeObjectURL(entryOf(id).imageUrl);
      setEntries(store.get().styles.entries.filter((entry) => entry.id !== id));
    },
    dispose() {
      for (const id of pictures.keys()) URL.revokeObjectURL(entryOf(id).imageUrl);
      pictures.clear();
      setEntries(store.get().styles.entries.filter(({own}) => !own));
    },
  };
}

async function asKept(picture: Blob | ImageBitmap): Promise<Blob> {
  if (picture instanceof Blob) {
    const decoded = await readPicture(picture, KEPT_SIDE);
    return asJpeg(decoded, decoded);
  }
  const scale = Math.min(1, KEPT_SIDE / Math.max(picture.width, picture.height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return asJpeg(picture, {width: side(picture.width), height: side(picture.height)});
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function cleanTitle(title: string, untitled: string): string {
  return title.trim().slice(0, LONGEST_TITLE) || untitled;
}
