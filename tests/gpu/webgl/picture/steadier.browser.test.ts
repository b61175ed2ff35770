import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Paint} from '../../../../src/gpu/painter.ts';
import type {Size} from '../../../../src/gpu/size.ts';
import type {Picture} from '../../../../src/gpu/webgl/picture/picture.ts';
import {createSteadier, type Steadier} from '../../../../src/gpu/webgl/picture/steadier.ts';
import {readColors} from '../../fused-fixture.ts';
import {countMade, openTestContext} from '../../gl-fixture.ts';

const SIZE = {width: 48, height: 32};
const PAINT = other();

/** A paint of layers of its own. */
function other(fadedIn?: number): Paint {
  return {calm: 'normal', layers: [], fadedIn} as unknown as Paint;
}

describe('steadier', () => {
  let gl: WebGL2RenderingContext;
  let steadier: Steadier;

  beforeEach(() => {
    gl = openTestContext();
    gl.enable(gl.SCISSOR_TEST);
    steadier = createSteadier(gl);
  });
  afterEach(() => {
    steadier.dispose();
  });

  /** A texture whose texels are `at(x)`, 0…255: as its colour, and as its alpha. */
  function textureOf(at: (x: number) => number, {width, height}: Size = SIZE): WebGLTexture {
    const texels = new Uint8Array(width * height * 4);
    texels.forEach((_, index) => (texels[index] = at((index >> 2) % width)));
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    return texture;
  }

  /** A frame that moves at some places. */
  function frame(moves: (x: number) => boolean = () => false, size = SIZE): Picture {
    return {texture: textureOf((x) => (moves(x) ? 255 : 0), size), size};
  }

  /** The first line's reds, 0…255, of what is made of a painting of one grey. */
  function steady(grey: number, of = frame(), paint = PAINT): number[] {
    const painting = textureOf(() => grey, of.size);
    const colors = readColors(gl, steadier.steady(painting, of, paint), of.size, 'full');
    return Array.from({length: of.size.width}, (_, x) => Math.round(colors[3 * x]! * 255));
  }

  it('leaves the first painting as it is', () => {
    expect(new Set(steady(80))).toEqual(new Set([80]));
  });

  it('follows what changes in a still scene by 8 % a frame', () => {
    steady(100);
    expect(steady(200)[0]).toBe(108);
    expect(steady(200)[0]).toBe(115);
  });

  it('goes on while a look is driven, and follows that more quickly', () => {
    const drivenFrom: Paint['layers'] = [];
    steady(100, frame(), {...other(), drivenFrom});
    expect(steady(200, frame(), {...other(), drivenFrom})[0]).toBe(135);
  });

  it.each([
    ['off', 200],
    ['strong', 103],
  ] as const)('follows it as calm as is wanted: %s', (calm, grey) => {
    const paint = {...PAINT, calm};
    steady(100, frame(), paint);

    expect(steady(200, frame(), paint)[0]).toBe(grey);
  });

  it('reaches what it follows', () => {
    steady(200);
    for (let count = 0; count < 80; count++) steady(0);
    expect(steady(0)[0]).toBe(0);
  });

  it('forgets at once what was no number', () => {
    const broken = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, broken);
    const {width, height} = SIZE;
    const nothing = new Float32Array(width * height * 4).fill(NaN);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, height, 0, gl.RGBA, gl.FLOAT, nothing);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    steadier.steady(broken, frame(), PAINT);
    expect(steady(200)[0]).toBe(200);
  });

  it('takes what moves as it is, with the strokes around it, and nothing far away', () => {
    steady(100);
    const line = steady(
      200,
      frame((x) => x === 20),
    );
    expect([line[12], line[20], line[28]]).toEqual([200, 200, 200]);
    expect([line[11], line[29]]).toEqual([108, 108]);
  });

  it('shows another paint, another size and another scene at once', () => {
    steady(100);
    expect(steady(200, frame(), other())[0]).toBe(200);
    expect(steady(60, frame(undefined, {width: 32, height: 32}))[0]).toBe(60);
    expect(steady(90)[0]).toBe(90);
    steadier.restart();
    expect(steady(30)[0]).toBe(30);
  });

  it('lets another paint come in evenly, whatever moves, and then keeps it', () => {
    steady(100);
    const paint = other();
    const shown = [0.25, 0.5, 0.75, 1].map((fadedIn) => {
      const line = steady(
        200,
        frame((x) => x > 20),
        {...paint, fadedIn},
      );
      return [line[0], line[47]];
    });
    expect(shown).toEqual([125, 150, 175, 200].map((grey) => [grey, grey]));
    expect(steady(100, frame(), paint)[0]).toBe(192);
  });

  it('turns from one paint that comes in to the next', () => {
    steady(100);
    expect(steady(200, frame(), other(0.5))[0]).toBe(150);
    expect(steady(50, frame(), other(0.5))[0]).toBe(100);
  });

  it('shows the first painting of a scene at once, though it is to come in', () => {
    expect(steady(200, frame(), other(0.5))[0]).toBe(200);
  });

  it('counts a frame once, however often it is painted', () => {
    steady(100);
    const again = frame();
    expect([steady(200, again)[0], steady(200, again)[0]]).toEqual([108, 108]);
    expect(steady(200)[0]).toBe(115);
  });

  it('lets another paint come in on a frame that stays', () => {
    const still = frame();
    steady(100, still);
    const paint = other();
    const shown = [0.5, 0.75, 1].map((fadedIn) => steady(200, still, {...paint, fadedIn})[0]);
    expect(shown).toEqual([150, 175, 200]);
  });

  it('creates nothing from one frame to the next', () => {
    const painting = textureOf(() => 100);
    const frames = Array.from({length: 5}, () => frame());
    steadier.steady(painting, frame(), PAINT);
    const made = countMade(gl);
    for (const each of frames) steadier.steady(painting, each, PAINT);
    expect(made()).toBe(0);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('frees its textures, also when disposed twice', () => {
    const texture = steadier.steady(
      textureOf(() => 100),
      frame(),
      PAINT,
    );
    steadier.dispose();
    steadier.dispose();
    expect(gl.isTexture(texture)).toBe(false);
  });
});
