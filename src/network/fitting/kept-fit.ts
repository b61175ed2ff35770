import type {Brush} from '../brush.ts';
import type {Weights} from '../weights.ts';
import type {KeptFit} from './fitter.ts';

/**
 * Whether something is a fit of a brush for a network: what comes out of a storage may be anything.
 *
 * @param own the network's weights
 */
export function isKeptFit(value: unknown, own: Weights): value is KeptFit {
  if (typeof value !== 'object' || value === null) return false;
  const {recipe, steps, brush, first, second} = value as Partial<Record<string, unknown>>;
  const isCount = typeof steps === 'number' && Number.isInteger(steps) && steps > 0;
  if (typeof recipe !== 'string' || !isCount || !isPartOf(brush, own) || brush.size === 0)
    return false;
  return [first, second].every((map) => isPartOf(map, own) && map.size === brush.size);
}

/** The beginning of a fit by a recipe that goes on from a brush: nothing is known of its gradients. */
export function fitFrom(brush: Brush, recipe: string, steps = 0): KeptFit {
  return {recipe, steps, brush, first: zerosLike(brush), second: zerosLike(brush)};
}

function zerosLike(brush: Brush): Brush {
  return new Map(
    [...brush].map(([name, {shape, values}]) => [
      name,
      {shape, values: new Float32Array(values.length)},
    ]),
  );
}

/** Whether these are weights of names and shapes that the network has, all finite. */
function isPartOf(value: unknown, own: Weights): value is Weights {
  if (!(value instanceof Map)) return false;
  return [...(value as Map<unknown, unknown>)].every(([name, weight]) => {
    const expected = own.get(name as string);
    if (!expected || typeof weight !== 'object' || weight === null) return false;
    const {shape, values} = weight as Partial<Record<string, unknown>>;
    return (
      Array.isArray(shape) &&
      shape.join() === expected.shape.join() &&
      values instanceof Float32Array &&
      values.length === expected.values.length &&
      values.every(Number.isFinite)
    );
  });
}
