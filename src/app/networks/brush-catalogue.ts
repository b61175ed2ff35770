import type {BrushFiles} from '../../network/load-network.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';

const manifests = import.meta.glob<string>('../../../models/*/brushes/*/brushes.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const files = import.meta.glob<string>('../../../models/*/brushes/*/*.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The file that has those of all styles. */
const SKETCHES = 'sketches.bin';

/**
 * Where the brushes are that were fitted to the network in `models/<name>/` at a side in pixels, or at
 * another one where it has none of that: broader strokes are more of a style than strokes of no style.
 */
export function brushFilesOf(name: string, side: number): BrushFiles | undefined {
  // From the broadest strokes to the finest.
  const others = Object.values(STROKE_SIDES).reverse();
  for (const each of [side, ...others]) {
    const found = filesIn(`../../../models/${name}/brushes/${each}/`);
    if (found) return found;
  }
  return undefined;
}

function filesIn(folder: string): BrushFiles | undefined {
  const manifestUrl = manifests[`${folder}brushes.json`];
  const sketchesUrl = files[`${folder}${SKETCHES}`];
  if (!manifestUrl || !sketchesUrl) return undefined;
  const urls = Object.entries(files)
    .filter(([path]) => path.startsWith(folder) && !path.endsWith(SKETCHES))
    .map(([path, url]) => [path.slice(folder.length, -'.bin'.length), url] as const);
  return {manifestUrl, sketchesUrl, urls: new Map(urls)};
}
