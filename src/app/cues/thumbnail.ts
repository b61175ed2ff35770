/** The longer side of a small picture, in pixels. */
const SIDE = 96;

/** A picture as a small JPEG, a data URL of some three thousand letters. */
export function thumbnailOf(picture: ImageBitmap): string {
  const scale = SIDE / Math.max(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.7);
}
