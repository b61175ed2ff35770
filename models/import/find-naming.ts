import type {Checkpoint} from './checkpoint.ts';
import type {Naming} from './namings.ts';

/** A checkpoint's naming, and the prefix its names have before it: `module.`, `features.` … */
export type FoundNaming = {naming: Naming; prefix: string};

/** With a smaller share of its names a checkpoint is taken for that of another network. */
const ENOUGH = 0.75;

/**
 * The naming that fits most of a checkpoint's names. A tensor too few does not change it, so that
 * the error can say which one is missing.
 *
 * @param layers whose tensors are looked for
 * @throws Error where no naming fits enough of the names
 */
export function findNaming(
  checkpoint: Checkpoint,
  namings: readonly Naming[],
  layers: readonly string[],
): FoundNaming {
  let best: FoundNaming | undefined;
  let most = ENOUGH;
  for (const naming of namings) {
    const suffixes = layers.map((layer) => naming.tensor(layer, 'kernel'));
    if (naming.input && 'conv' in naming.input) suffixes.push(`${naming.input.conv}.weight`);
    for (const prefix of prefixes(checkpoint, suffixes)) {
      const found = suffixes.filter((suffix) => checkpoint.has(prefix + suffix)).length;
      const share = found / suffixes.length;
      if (share > most) [best, most] = [{naming, prefix}, share];
    }
  }
  if (best) return best;
  const titles = namings.map(({title}) => title).join(', ');
  const some = [...checkpoint.keys()].slice(0, 4).join(', ');
  throw new Error(
    `expected VGG-19's tensors, named as by ${titles}; got ${some || 'no tensors'} …`,
  );
}

/** What the names have before the suffixes: nothing, or something that ends in a dot. */
function prefixes(checkpoint: Checkpoint, suffixes: readonly string[]): Set<string> {
  const names = [...checkpoint.keys()];
  return new Set(
    suffixes.flatMap((suffix) =>
      names
        .filter((name) => name === suffix || name.endsWith(`.${suffix}`))
        .map((name) => name.slice(0, -suffix.length)),
    ),
  );
}
