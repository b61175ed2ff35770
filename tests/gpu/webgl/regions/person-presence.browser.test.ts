import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import {
  createPersonPasses,
  type PersonPasses,
} from '../../../../src/gpu/webgl/regions/person-passes.ts';
import {
  createPersonPresence,
  type PersonPresence,
} from '../../../../src/gpu/webgl/regions/person-presence.ts';
import {loadPersonNetwork} from '../../../../src/network/person/person-network.ts';
import {countMade, openTestContext, wait} from '../../gl-fixture.ts';
import {figure, noise} from './figures.ts';

let gl: WebGL2RenderingContext;
let passes: PersonPasses;
let presence: PersonPresence;

beforeEach(async () => {
  gl = openTestContext();
  passes = createPersonPasses(gl, await loadPersonNetwork(PERSON_FILES));
  await passes.prepare(wait);
  presence = createPersonPresence(gl, passes, wait);
});
afterEach(() => {
  presence.dispose();
  passes.dispose();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

function shareOf(image: ImageData): Promise<number> {
  const {width, height} = image;
  return presence.shareOf({image, size: {width, height}, timeMs: 0, close() {}});
}

/** A wall in the evening. */
function wall(): ImageData {
  const image = new ImageData(320, 240);
  for (let at = 0; at < image.data.length; at += 4) {
    const light = 90 + (60 * at) / image.data.length;
    image.data.set([light, light * 0.9, light * 0.8, 255], at);
  }
  return image;
}

/** The middle of some pictures, beside each other. */
function beside(...pictures: ImageData[]): ImageData {
  const [width, height] = [140, 240];
  const canvas = new OffscreenCanvas(width * pictures.length, height);
  const context = canvas.getContext('2d')!;
  for (const [place, picture] of pictures.entries()) {
    const left = Math.round((picture.width - width) / 2);
    context.putImageData(picture, place * width - left, 0, left, 0, width, height);
  }
  return context.getImageData(0, 0, canvas.width, height);
}

describe('how much of a frame persons cover', () => {
  it('is much where somebody is, and nothing before a wall', async () => {
    const [somebody, nobody] = [await shareOf(figure({x: 0.5, y: 0.55})), await shareOf(wall())];

    expect(somebody).toBeGreaterThan(0.05);
    expect(somebody).toBeLessThan(0.9);
    expect(nobody).toBeLessThan(0.01);
  });

  it('is less of half a person', async () => {
    const whole = await shareOf(figure({x: 0.5, y: 0.55}));
    const half = await shareOf(figure({x: 0.02, y: 0.6}));

    expect(half).toBeLessThan(whole);
    expect(half).toBeGreaterThan(0.01);
  });

  it('is that of all where there are three', async () => {
    const one = await shareOf(beside(figure({x: 0.5, y: 0.55}), wall(), wall()));
    const somebody = figure({x: 0.5, y: 0.55});
    const three = await shareOf(beside(somebody, somebody, somebody));

    expect(three).toBeGreaterThan(1.5 * one);
  });

  it('makes nothing anew from one frame to the next', async () => {
    await shareOf(noise());
    const made = countMade(gl);

    await shareOf(noise());

    expect(made()).toBe(0);
  });
});
