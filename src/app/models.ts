import type {ModelFiles} from '../live/load-model.ts';

const manifests = import.meta.glob<string>('../../models/*/manifest.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const weights = import.meta.glob<string>('../../models/*/weights.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The network that paints unless the address asks for another. */
export const DEFAULT_MODEL = 'swift';

/** The files of the networks in `models/`, by name. */
export const models: ReadonlyMap<string, ModelFiles> = new Map(
  Object.entries(manifests).flatMap(([path, manifestUrl]) => {
    const weightsUrl = weights[path.replace('manifest.json', 'weights.bin')];
    const name = path.split('/').at(-2);
    return weightsUrl && name ? [[name, {manifestUrl, weightsUrl}] as const] : [];
  }),
);
