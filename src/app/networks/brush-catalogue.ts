import type {BrushFiles} from '../../network/load-network.ts';

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
 * Where the brushes are that were fitted to the network in `models/<name>/` at a side in pixels; undefined
 * where there are none.
 */
export function brushFilesOf(name: string, side: number): BrushFiles | undefined {
  const folder = `../../../models/${name}/brushes/${side}/`;
  const manifestUrl = manifests[`${folder}brushes.json`];
  const sketchesUrl = files[`${folder}${SKETCHES}`];
  if (!manifestUrl || !sketchesUrl) return undefined;
  const urls = Object.entries(files)
    .filter(([path]) => path.startsWith(folder) && !path.endsWith(SKETCHES))
    .map(([path, url]) => [path.slice(folder.length, -'.bin'.length), url] as const);
  return {manifestUrl, sketchesUrl, urls: new Map(urls)};
}
