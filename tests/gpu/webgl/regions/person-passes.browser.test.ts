import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {plainPersonMask} from '../../../../models/selfie/plain-person.ts';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import {
  createPersonPasses,
  type PersonPasses,
} from '../../../../src/gpu/webgl/regions/person-passes.ts';
import {createTarget, type TargetTexture} from '../../../../src/gpu/webgl/tools/target-texture.ts';
import {
  loadPersonNetwork,
  type PersonNetwork,
} from '../../../../src/network/person/person-network.ts';
import {countMade, openTestContext, wait} from '../../gl-fixture.ts';
import {figure, noise, rgbOf} from './figures.ts';

let gl: WebGL2RenderingContext;
let network: PersonNetwork;
let passes: PersonPasses;
let mask: TargetTexture;
let blank: WebGLTexture;

beforeEach(async () => {
  gl = openTestContext();
  network = await loadPersonNetwork(PERSON_FILES);
  passes = createPersonPasses(gl, network);
  await passes.prepare(wait);
  const size = {width: network.side, height: network.side};
  mask = createTarget(gl, gl.RGBA16F, size);
  blank = createTarget(gl, gl.RGBA16F, size).texture;
});
afterEach(() => {
  passes.dispose();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

describe('the passes that find persons', () => {
  for (const [name, picture] of Object.entries({
    'a person': figure({x: 0.5, y: 0.55}),
    'half a person': figure({x: 0.02, y: 0.6}),
    noise: noise(),
  })) {
    it(`see in ${name} what plain loops see, within 0.02`, () => {
      const values = maskOf(picture);
      const expected = plainPersonMask(network, rgbOf(picture));
      let largest = 0;
      expected.forEach((value, at) => {
        largest = Math.max(largest, Math.abs(value - values[4 * at]!));
      });
      expect(largest).toBeLessThan(0.02);
    });
  }

  it('find a person, and not the wall', () => {
    const values = maskOf(figure({x: 0.5, y: 0.55}));
    const at = (x: number, y: number) =>
      values[4 * (Math.round(y * 255) * 256 + Math.round(x * 255))];
    expect(at(0.5, 0.5)).toBeGreaterThan(0.8);
    expect(at(0.05, 0.1)).toBeLessThan(0.1);
  });

  it('stay nearer to the mask before where they are not sure', () => {
    const picture = noise();
    const now = maskOf(picture);
    const kept = maskOf(picture, 0.9);
    // The mask before is 0 everywhere.
    now.forEach((value, at) => {
      const sure = (2 * value - 1) ** 2;
      expect(kept[at]).toBeCloseTo(value * (1 - 0.9 * (1 - sure)), 2);
    });
  });

  it('make nothing and leave no error once they are there', () => {
    const picture = textureOf(noise());
    const made = countMade(gl);
    passes.draw(picture, mask, blank, 0);
    expect(made()).toBe(0);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('may be disposed twice', () => {
    passes.dispose();
    passes.dispose();
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });
});

function maskOf(picture: ImageData, kept = 0): Float32Array {
  passes.draw(textureOf(picture), mask, blank, kept);
  const values = new Float32Array(4 * network.side ** 2);
  gl.bindFramebuffer(gl.FRAMEBUFFER, mask.framebuffer);
  gl.readPixels(0, 0, network.side, network.side, gl.RGBA, gl.FLOAT, values);
  return values;
}

function textureOf(picture: ImageData): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  return texture;
}
