import type {Brushes} from '../../network/load-brushes.ts';
import type {LoadedNetwork, NetworkFiles} from '../../network/load-network.ts';

/** Gives the brushes of a network that were fitted at a side in pixels. */
export type BrushesAt = (side: number) => Brushes;

/**
 * The brushes of a network; what reads them comes with the first, as the page is there without.
 *
 * @param files tells where they are; undefined for a network without
 */
export function openBrushes(network: LoadedNetwork, files: NetworkFiles['brushes']): BrushesAt {
  const opened = new Map<number, Brushes>();
  return (side) => {
    const brushes = opened.get(side) ?? openAt(side, network, files);
    opened.set(side, brushes);
    return brushes;
  };
}

function openAt(side: number, network: LoadedNetwork, files: NetworkFiles['brushes']): Brushes {
  let brushes: Promise<Brushes> | undefined;
  let opened: Brushes | undefined;

  async function open(where: NonNullable<typeof files>): Promise<Brushes> {
    const [{createBrushes}, found] = await Promise.all([
      import('../../network/load-brushes.ts'),
      where(side),
    ]);
    return (opened = createBrushes(network, found));
  }

  async function reach(): Promise<Brushes | undefined> {
    if (!files) return undefined;
    brushes ??= open(files);
    // Without them, styles are analysed; a part that did not load is tried again with the next.
    return brushes.catch(() => (brushes = undefined));
  }

  return {
    has: (style) => (opened ? opened.has(style) : files !== undefined),
    sketchOf: async (style) => (await reach())?.sketchOf(style),
    codeOf: async (style) => (await reach())?.codeOf(style),
    expect: (style) => void reach().then((it) => it?.expect(style)),
  };
}
