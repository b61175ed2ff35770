import {loadPart} from '../load-part.ts';
import type {StyleEntry} from './styles-state.ts';

/**
 * The URL of a style's picture in full: cards show the gallery's as thumbnails.
 *
 * @throws AppError if the list of the gallery's pictures does not come
 */
export async function pictureUrlOf({
  id,
  own,
  imageUrl,
}: Pick<StyleEntry, 'id' | 'own' | 'imageUrl'>): Promise<string> {
  if (own) return imageUrl;
  const {galleryPictures} = await loadPart(import('./gallery-pictures.ts'));
  return galleryPictures.get(id) ?? imageUrl;
}
