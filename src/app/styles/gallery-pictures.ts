const images = import.meta.glob<string>('../../../styles-gallery/*/image.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Where the pictures of the gallery's styles are, by the styles' ids. */
export const galleryPictures: ReadonlyMap<string, string> = new Map(
  Object.entries(images).map(([path, url]) => [path.split('/').at(-2) ?? '', url]),
);
