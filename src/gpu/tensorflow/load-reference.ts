let loaded: typeof import('./reference.ts') | undefined;

/**
 * Loads TensorFlow.js, a chunk of its own: a start that remembers an earlier one paints without it.
 *
 * @throws where the chunk cannot be loaded; the next call tries again
 */
export async function loadReference(): Promise<typeof import('./reference.ts')> {
  loaded ??= await import('./reference.ts');
  return loaded;
}

/** How many tensors are alive; constant from one frame to the next. */
export function countTensors(): number {
  return loaded?.countTensors() ?? 0;
}
