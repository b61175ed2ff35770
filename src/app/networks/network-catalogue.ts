import type {BrushFiles, NetworkFiles} from '../../network/load-network.ts';
import type {Message} from '../../words/message.ts';

const manifests = import.meta.glob<string>('../../../models/*/manifest.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const weights = import.meta.glob<string>('../../../models/*/weights.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});
/** Of networks that want an encoder; their names are all that is used. */
const decoders = import.meta.glob('../../../models/*/decoder/manifest.json');

/** The network of a first visit, until the machine is measured. */
export const DEFAULT_NETWORK = 'swift';

/** The networks that the app chooses among by itself, from the fastest to the finest. */
export const FAMILY = ['swift-lite', 'swift', 'swift-hd'] as const;

/** A network a person can choose. */
export type NetworkEntry = {
  name: string;
  title: Message;
  /** False where the encoder is still to be imported: see `models/README.md`. */
  complete: boolean;
};

const TITLES: Record<string, Message> = {
  'swift-lite': {key: 'network.title.light'},
  swift: {key: 'network.title.balanced'},
  'swift-hd': {key: 'network.title.fine'},
  vgg19: {key: 'network.title.paper'},
};

/** The files of the networks in `models/`, by name. */
export const networkFiles = new Map<string, NetworkFiles>(
  Object.entries(manifests).flatMap(([path, manifestUrl]): [string, NetworkFiles][] => {
    const weightsUrl = weights[path.replace('manifest.json', 'weights.bin')];
    const name = path.split('/').at(-2);
    return weightsUrl && name ? [[name, {manifestUrl, weightsUrl, brushes: brushesOf(name)}]] : [];
  }),
);

function brushesOf(name: string): (side: number) => Promise<BrushFiles | undefined> {
  return async (side) => (await import('./brush-catalogue.ts')).brushFilesOf(name, side);
}

/** All networks, those that are known first. */
export const networkEntries: readonly NetworkEntry[] = listNetworks(
  [...networkFiles.keys()],
  Object.keys(decoders).flatMap((path) => path.split('/').at(-3) ?? []),
);

/** What a person can choose among, of the names of networks and of mere decoders. */
export function listNetworks(
  complete: readonly string[],
  decoders: readonly string[],
): NetworkEntry[] {
  const order = Object.keys(TITLES);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set([...complete, ...decoders])]
    .map((name) => ({
      name,
      title: TITLES[name] ?? {key: 'network.title.other', values: {name}},
      complete: complete.includes(name),
    }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}
