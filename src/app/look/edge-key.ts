import type {Edge} from '../../gpu/painter.ts';
import type {InAddress} from './look-key.ts';

/** Where a person ends, as far as the mask is sure, and a soft edge a few pixels wide. */
export const USUAL_EDGE: Edge = {threshold: 0.5, feather: 0.25};

/** How soft an edge may be. */
export const MOST_FEATHER = 0.5;

/** Where persons end, and how softly, both in 0…1: `?edge=0.4:0.1`. */
export const edgeKey: InAddress<Edge> = {
  first: () => USUAL_EDGE,
  check: (value) => (isEdge(value) ? undefined : {key: 'look.edge'}),
  address: {
    key: 'edge',
    read(text) {
      const [threshold = NaN, feather = USUAL_EDGE.feather] = text
        .split(':')
        .map((part) => (part.trim() ? Number(part) : NaN));
      const value = {threshold, feather};
      return isEdge(value) ? {value} : {problems: [{key: 'address.edge', values: {text}}]};
    },
    write({threshold, feather}) {
      const isUsual = threshold === USUAL_EDGE.threshold && feather === USUAL_EDGE.feather;
      const shortened = [threshold, feather].map((value) => Math.round(100 * value) / 100);
      return isUsual ? undefined : shortened.join(':');
    },
  },
};

function isEdge(value: unknown): value is Edge {
  const {threshold, feather} = (value ?? {}) as Partial<Record<keyof Edge, unknown>>;
  const isShare = (share: unknown, most: number) =>
    typeof share === 'number' && share >= 0 && share <= most;
  return isShare(threshold, 1) && isShare(feather, MOST_FEATHER);
}
