import type {BrushFiles} from '../../network/load-network.ts';

const manifests = import.meta.glob<string>('../../../models/*/brushes/brushes.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const brushes = import.meta.glob<string>('../../../models/*/brushes/*.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Where the brushes of the network in `models/<name>/` are. */
export function brushFilesOf(name: string): BrushFiles | undefined {
  const folder = `../../../models/${name}/brushes/`;
  const manifestUrl = manifests[`${folder}brushes.json`];
  if (!manifestUrl) return undefined;
  const files = Object.entries(brushes).filter(([path]) => path.startsWith(folder));
  const urls = files.map(
    ([path, url]) => [path.slice(folder.length, -'.bin'.length), url] as const,
  );
  return {manifestUrl, urls: new Map(urls)};
}
