import type {StyleEntry} from './state.ts';

/** `styles-gallery/<id>/style.json`. */
type StyleCard = {title: string; note: string};

const cards = import.meta.glob<StyleCard>('../../styles-gallery/*/style.json', {
  eager: true,
  import: 'default',
});
const images = import.meta.glob<string>('../../styles-gallery/*/image.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The built-in styles, in the order of their ids: one for every folder of `styles-gallery/`. */
export const gallery: readonly StyleEntry[] = Object.entries(cards).flatMap(([path, card]) => {
  const imageUrl = images[path.replace('style.json', 'image.jpg')];
  const id = path.split('/').at(-2);
  if (!imageUrl || !id) return [];
  return [{id, title: card.title, note: card.note, own: false, imageUrl}];
});
