import type {Catalogue} from '../../src/app/catalogue.ts';
import type {StyleEntry} from '../../src/app/styles/styles-state.ts';

/** Four styles and four networks of a family, none of which is fetched from anywhere. */
export const catalogue: Catalogue = {
  styles: [
    colorStyle('mosaic', 'cyan'),
    colorStyle('neon', 'magenta'),
    colorStyle('batik', 'yellow'),
    colorStyle('ink', 'black'),
  ],
  networks: [
    {name: 'swift-lite', title: {key: 'network.title.light'}, complete: true},
    {name: 'swift', title: {key: 'network.title.balanced'}, complete: true},
    {name: 'swift-hd', title: {key: 'network.title.fine'}, complete: true},
    {name: 'vgg19', title: {key: 'network.title.paper'}, complete: false},
    {name: 'other', title: {key: 'network.title.other', values: {name: 'other'}}, complete: true},
  ],
  networkFiles: new Map(
    ['swift-lite', 'swift', 'swift-hd', 'other'].map((name) => [
      name,
      {manifestUrl: name, weightsUrl: name},
    ]),
  ),
};

/** A style of the gallery whose picture is of one colour, as CSS calls it. */
export function colorStyle(id: string, color: string): StyleEntry {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${color}"/></svg>`;
  const imageUrl = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return {id, title: `The ${id}`, own: false, imageUrl, note: 'Of one colour.'};
}
