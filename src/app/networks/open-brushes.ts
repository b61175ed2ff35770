import type {Brushes} from '../../network/load-brushes.ts';
import type {BrushFiles, LoadedNetwork} from '../../network/load-network.ts';

/**
 * The brushes of a network; what reads them comes with the first, as the page is there without.
 *
 * @param files tells where they are; undefined for a network without
 */
export function openBrushes(
  network: LoadedNetwork,
  files: (() => Promise<BrushFiles | undefined>) | undefined,
): Brushes {
  let brushes: Promise<Brushes> | undefined;
  let opened: Brushes | undefined;

  async function open(where: () => Promise<BrushFiles | undefined>): Promise<Brushes> {
    const [{createBrushes}, found] = await Promise.all([
      import('../../network/load-brushes.ts'),
      where(),
    ]);
    return (opened = createBrushes(network, found));
  }

  return {
    has: (style) => (opened ? opened.has(style) : files !== undefined),
    async codeOf(style) {
      if (!files) return undefined;
      brushes ??= open(files);
      // Without them, styles are analysed; a part that did not load is tried again with the next.
      return brushes.then(
        (them) => them.codeOf(style),
        () => (brushes = undefined),
      );
    },
  };
}
