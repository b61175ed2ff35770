import type {PersonNetwork} from '../../../network/person/person-network.ts';
import type {Cover, Regions} from '../../painter.ts';
import type {Picture} from '../picture/picture.ts';
import {createBlurrer} from './blurrer.ts';
import {type Covering, createMerger} from './merger.ts';
import {createPersonMask} from './person-mask.ts';
import {createPersonPasses, type PersonPasses} from './person-passes.ts';
import {testPersonPasses} from './person-self-test.ts';

/** A frame whose regions are known. */
export type Divided = {
  /** Of pictures of the frame, one for each layer, each where its layer goes; of one, that one. */
  content(seen: readonly WebGLTexture[]): WebGLTexture | undefined;
  /** The whole of what covers the regions, with its alpha multiplied in. */
  cover(paintings: readonly WebGLTexture[]): WebGLTexture;
};

/** What is needed where persons have another look than what is behind them. Whoever opens it disposes it. */
export type RegionParts = {
  /**
   * Finds the regions of a frame; what comes of it is good until the next call.
   *
   * @param fitted can be sampled between its pixels
   * @param calm what is shown of it
   */
  divide(regions: Regions, fitted: Picture, calm: Picture): Divided;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** May be called twice. */
  dispose(): void;
};

/**
 * Makes the parts in this context, ready to be used. Where own passes do not find what they should, TensorFlow.js
 * looks for persons.
 *
 * @param wait resolves after the milliseconds given
 * @param openGraph makes what TensorFlow.js does instead
 * @throws where the GPU cannot run the network
 */
export async function openRegionParts(
  gl: WebGL2RenderingContext,
  network: PersonNetwork,
  wait: (ms: number) => Promise<void>,
  openGraph: (network: PersonNetwork) => Promise<PersonPasses>,
): Promise<RegionParts> {
  const passes = await openPasses();
  const personMask = createPersonMask(gl, passes);
  const blurrer = createBlurrer(gl);
  const [contentMerger, merger] = [createMerger(gl), createMerger(gl)];

  async function openPasses(): Promise<PersonPasses> {
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

  return {
    divide({person, background, edge}, fitted, calm) {
      const mask = personMask.of(fitted, edge);
      return {
        content(seen) {
          const [first] = seen;
          if (!first || seen.length < 2) return first;
          const seenBy = (cover: Cover) => (cover.by === 'paint' && seen[cover.layer]) || first;
          return contentMerger.merge(mask, calm.size, seenBy(person), seenBy(background));
        },
        cover(paintings) {
          const covering = (cover: Cover): Covering => {
            switch (cover.by) {
              case 'paint':
                return paintings[cover.layer] ?? calm.texture;
              case 'frame':
                return calm.texture;
              case 'blur':
                // A person is blurred with all that is around; what is behind is blurred without.
                return blurrer.blur(calm, person.by === 'blur' ? undefined : mask);
              case 'colour':
                return {colour: [...cover.rgb, 1]};
              case 'none':
                return {colour: [0, 0, 0, 0]};
            }
          };
          return merger.merge(mask, calm.size, covering(person), covering(background));
        },
      };
    },
    restart: personMask.restart,
    dispose() {
      for (const part of [personMask, blurrer, contentMerger, merger]) part.dispose();
    },
  };
}
