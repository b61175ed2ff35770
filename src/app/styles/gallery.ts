import type {StyleEntry} from './styles-state.ts';

/** `styles-gallery/<id>/style.json`. */
type StyleCard = {title: string; note: string};

const cards = import.meta.glob<StyleCard>('../../../styles-gallery/*/style.json', {
  eager: true,
  import: 'default',
});
const thumbnails = import.meta.glob<string>('../../../styles-gallery/*/thumbnail.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The style of a first visit, shown first. */
export const FIRST_STYLE = 'swirling-impasto';

/** The built-in styles: one for every folder of `styles-gallery/`, the first style before the rest. */
export const gallery: readonly StyleEntry[] = Object.entries(cards)
  .flatMap(([path, card]) => entryOf(path, card))
  .sort((a, b) => Number(b.id === FIRST_STYLE) - Number(a.id === FIRST_STYLE));

function entryOf(path: string, card: StyleCard): StyleEntry[] {
  const imageUrl = thumbnails[path.replace('style.json', 'thumbnail.webp')];
  const id = path.split('/').at(-2);
  if (!imageUrl || !id) return [];
  return [{id, title: card.title, note: card.note, own: false, imageUrl}];
}
