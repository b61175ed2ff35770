import {describe, expect, it} from 'vitest';
import {assignTextures, mapsRead} from '../../../src/gpu/plan/assign-textures.ts';
import {storageOf} from '../../../src/gpu/plan/feature-map.ts';
import {type Plan, planNetwork} from '../../../src/gpu/plan/plan.ts';
import type {Size} from '../../../src/gpu/size.ts';
import type {Architecture} from '../../../src/network/architecture.ts';
import {shippedArchitecture, toyArchitecture} from '../../toy-architecture.ts';

/** Maps, and the textures that hold them. */
const RECYCLED = {swift: [16, 11], vgg19: [18, 9]};

const NETWORKS = (['swift', 'vgg19'] as const).flatMap((name) =>
  ([4, 8] as const).map((targets) => ({name, targets, recycled: RECYCLED[name]})),
);

/** Half floats of four channels. */
const TEXEL_BYTES = 8;
const PICTURE_TEXEL_BYTES = 4;

/** With weights in textures: one draw a convolution, three a level, one for the picture. */
function drawsOf({passes}: Plan): number {
  return passes.reduce((sum, {kind}) => sum + (kind === 'statistics' ? 3 : 1), 0);
}

function bytesOf(map: Plan['maps'][number], size: Size): number {
  const {width, height, layers} = storageOf(map, size);
  return width * height * layers * TEXEL_BYTES;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('the plan of swift', () => {
  const swift = shippedArchitecture('swift', undefined);
  const plans = ([8, 4] as const).map((targets) => planNetwork(swift, targets));

  it('takes few draws', () => {
    expect(plans.map(drawsOf)).toEqual([26, 26]);
  });

  it('writes less than 12 MB a frame at 256²', () => {
    const size = {width: 256, height: 256};
    for (const {maps} of plans) {
      const picture = size.width * size.height * PICTURE_TEXEL_BYTES;
      expect(sum(maps.map((map) => bytesOf(map, size))) + picture).toBeLessThan(12e6);
    }
  });

  it('holds less than 32 MB at 512², with what a second decoder wants', () => {
    const size = {width: 512, height: 512};
    for (const plan of plans) {
      const {textures} = assignTextures(plan);
      const picture = size.width * size.height * PICTURE_TEXEL_BYTES;
      expect(sum(textures.map((map) => bytesOf(map, size))) + picture).toBeLessThan(32e6);
    }
  });
});

describe.each(NETWORKS)('the plan of $name with $targets targets', ({name, targets, recycled}) => {
  const plan = planNetwork(shippedArchitecture(name, undefined), targets);

  it('reads no map before it is drawn', () => {
    const drawn = new Set<number>();
    for (const pass of plan.passes) {
      for (const map of mapsRead(pass)) expect(drawn).toContain(map);
      if (pass.kind === 'conv') drawn.add(pass.output);
    }
    expect(drawn.size).toBe(plan.maps.length);
  });

  it('never draws over a map that is still read', () => {
    const {textureOf} = assignTextures(plan);
    const holds = new Map<number | undefined, number>();
    for (const pass of plan.passes) {
      for (const map of mapsRead(pass)) expect(holds.get(textureOf.get(map))).toBe(map);
      if (pass.kind !== 'conv') continue;
      const inputs = mapsRead(pass).map((map) => textureOf.get(map));
      expect(inputs).not.toContain(textureOf.get(pass.output));
      holds.set(textureOf.get(pass.output), pass.output);
    }
  });

  it('gives a map a texture of its own storage', () => {
    const size = {width: 96, height: 64};
    const {textureOf, textures} = assignTextures(plan);
    plan.maps.forEach((map, index) => {
      expect(storageOf(textures[textureOf.get(index)!]!, size)).toEqual(storageOf(map, size));
    });
  });

  it('recycles textures', () => {
    expect([plan.maps.length, assignTextures(plan).textures.length]).toEqual(recycled);
  });

  it('fits the smallest frames', () => {
    for (const map of plan.maps) {
      for (const side of Object.values(storageOf(map, {width: 16, height: 16}))) {
        expect(side).toBeGreaterThan(0);
        expect(side % 1).toBe(0);
      }
    }
  });

  it('starts at the frame and ends with a picture of its size', () => {
    const last = plan.passes.at(-1)!;
    expect(plan.passes[0]).toMatchObject({input: 'frame'});
    expect(last.kind).toBe('picture');
    expect(plan.maps.at(-1)).toMatchObject({shrink: 1, groups: 1});
  });
});

describe('what no pass does', () => {
  const {encoder, decoder, ...rest} = toyArchitecture();
  const network = (layers: Partial<Architecture>): Architecture => ({
    ...rest,
    encoder,
    decoder,
    ...layers,
  });
  const pooled = {op: 'conv', name: 'odd', inputs: 3, outputs: 4, relu: true, pool: true} as const;

  it.each([
    ['two forms at once', network({encoder: [{...pooled, stride: 2, upsample: false}]}), 'in odd'],
    ['a block at the start', network({encoder: encoder.slice(3)}), 'a convolution as the first'],
    ['an unknown level', network({levels: ['f9']}), 'level "f9"'],
    ['a ReLU at the end', network({decoder: decoder.slice(0, -1)}), 'without ReLU'],
  ])('is refused: %s', (_, architecture, message) => {
    expect(() => planNetwork(architecture, 8)).toThrow(message);
  });
});
