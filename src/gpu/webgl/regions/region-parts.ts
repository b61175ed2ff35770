import type {PersonNetwork} from '../../../network/person/person-network.ts';
import type {Frame} from '../../frame.ts';
import type {Region, Regions} from '../../painter.ts';
import type {Picture} from '../picture/picture.ts';
import {createBlurrer} from './blurrer.ts';
import {type Divided, divideFrame, type KnownRegion} from './divided.ts';
import {createMaskTexture} from './mask-texture.ts';
import {createMerger} from './merger.ts';
import {createPersonMask, type PersonMask} from './person-mask.ts';
import {createPersonPasses, type PersonPasses} from './person-passes.ts';
import {createPersonPresence, type PersonPresence} from './person-presence.ts';
import {testPersonPasses} from './person-self-test.ts';

/** What is needed where regions have other looks. Whoever opens it disposes it. */
export type RegionParts = {
  /**
   * Finds the regions of a frame; what comes of it is good until the next call. Undefined where none is known.
   *
   * @param fitted can be sampled between its pixels
   * @param calm what is shown of it
   */
  divide(regions: Regions, fitted: Picture, calm: Picture): Divided | undefined;
  /**
   * Finds persons from now on. Where own passes do not find what they should, TensorFlow.js looks for them.
   *
   * @param openGraph makes what TensorFlow.js does instead
   * @throws where the GPU cannot run the network
   */
  findPersons(
    network: PersonNetwork,
    openGraph: (network: PersonNetwork) => Promise<PersonPasses>,
  ): Promise<void>;
  /** How much of a frame persons cover, 0…1; undefined while they are not found. */
  presence(frame: Frame): Promise<number | undefined>;
  /** What finds persons, for who looks for them otherwise; gone with the parts. Undefined while nothing does. */
  readonly persons: PersonPasses | undefined;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** May be called twice. */
  dispose(): void;
};

/**
 * Makes the parts in this context.
 *
 * @param wait resolves after the milliseconds given
 * @param now the time of a frame, in milliseconds
 */
export function createRegionParts(
  gl: WebGL2RenderingContext,
  wait: (ms: number) => Promise<void>,
  now?: () => number,
): RegionParts {
  const blurrer = createBlurrer(gl);
  const painted = createMaskTexture(gl);
  const [contentMerger, merger] = [createMerger(gl), createMerger(gl)];
  let personMask: PersonMask | undefined;
  let presence: PersonPresence | undefined;
  let persons: PersonPasses | undefined;
  let disposed = false;

  async function openPasses(
    network: PersonNetwork,
    openGraph: (network: PersonNetwork) => Promise<PersonPasses>,
  ): Promise<PersonPasses> {
    const own = createPersonPasses(gl, network);
    try {
      await own.prepare(wait);
      await testPersonPasses(gl, own, network, wait);
      return own;
    } catch (error) {
      own.dispose();
      if (gl.isContextLost()) throw error;
      console.warn('TensorFlow.js looks for persons, more slowly.', error);
    }
    const graph = await openGraph(network);
    await graph.prepare(wait);
    return graph;
  }

  /** The masks of those regions that are known. */
  function masksOf({over, edge, mask}: Regions, fitted: Picture) {
    return over.flatMap(({where, cover}: Region): KnownRegion[] => {
      const isPerson = where === 'person';
      if (isPerson) {
        const texture = personMask?.of(fitted, edge);
        return texture ? [{mask: {texture, channel: 'red'}, cover, isPerson}] : [];
      }
      return mask ? [{mask: {texture: painted.of(mask), channel: where}, cover, isPerson}] : [];
    });
  }

  return {
    divide(regions, fitted, calm) {
      const {background} = regions;
      const masks = masksOf(regions, fitted);
      if (masks.length === 0) return undefined;
      const blur = (spared: WebGLTexture | undefined) => blurrer.blur(calm, spared);
      return divideFrame(masks, background, calm, {contentMerger, merger, blur});
    },
    async findPersons(network, openGraph) {
      if (personMask) return;
      const passes = await openPasses(network, openGraph);
      // It may have been asked for twice, or be too late.
      if (disposed || personMask) {
        passes.dispose();
        return;
      }
      personMask = createPersonMask(gl, passes, now);
      presence = createPersonPresence(gl, passes, wait);
      persons = passes;
    },
    get persons() {
      return persons;
    },
    presence: (frame) => presence?.shareOf(frame) ?? Promise.resolve(undefined),
    restart() {
      personMask?.restart();
    },
    dispose() {
      disposed = true;
      for (const part of [blurrer, painted, contentMerger, merger]) part.dispose();
      presence?.dispose();
      personMask?.dispose();
    },
  };
}
