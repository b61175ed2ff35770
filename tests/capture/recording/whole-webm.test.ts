import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import {beforeAll, expect, it} from 'vitest';
import {repackClip} from '../../../src/capture/recording/repack-clip.ts';
import {wholeWebm} from '../../../src/capture/recording/whole-webm.ts';
import {readClip} from '../read-clip.ts';

/** When the pictures of the file begin, in seconds. */
const TIMES = [0, 0.4, 0.8, 1.2, 1.6, 2, 2.4];

/** What pictures are made of. */
const PICTURE_BYTES = 200;
const PIXEL = 0x99;

let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  file = await webm();
});

it('is the whole of what was ended', async () => {
  expect((await wholeWebm(new Blob([file]))).size).toBe(file.length);
});

it('has all pictures that are there as a whole, wherever it is cut off', async () => {
  let before = 0;
  for (let size = 0; size <= file.length; size++) {
    const clip = await wholeWebm(new Blob([file.subarray(0, size)]));
    expect(clip.size).toBeGreaterThanOrEqual(before);
    // It ends with an element: less than a picture is missing.
    if (clip.size > 0) expect(size - clip.size).toBeLessThan(PICTURE_BYTES + 30);
    before = clip.size;
  }
});

// mediabunny would look for the next element for ever.
it.each([
  ['zeros', new Uint8Array(3e6)],
  ['what is no element', new Uint8Array(100).fill(1)],
  ['eight bytes of a cluster', new Uint8Array([0x1f, 0x43, 0xb6, 0x75, 1, 255, 255, 255])],
])('can be read where it ends in %s', async (_, junk) => {
  for (const size of [file.length, file.length - 100, file.length - 300]) {
    const broken = new Blob([file.subarray(0, size), junk], {type: 'video/webm'});
    const {frames} = await readClip(await repackClip(broken, 'webm'));

    expect(frames).toEqual(TIMES.slice(0, frames.length));
    expect(frames.length).toBeGreaterThan(TIMES.length - 3);
  }
});

it('is nothing where there is no picture', async () => {
  expect((await wholeWebm(new Blob())).size).toBe(0);
  expect((await wholeWebm(new Blob([new Uint8Array(3e6)]))).size).toBe(0);
});

it('does not take for a cluster what a picture has of its bytes', async () => {
  const end = file.lastIndexOf(PIXEL) + 1;
  const broken = file.slice(0, end - 50);
  broken.set([0x1f, 0x43, 0xb6, 0x75, 0x85, PIXEL, PIXEL], end - 150);
  const {size} = await wholeWebm(new Blob([broken]));

  expect(size).toBeLessThanOrEqual(end - PICTURE_BYTES);
  expect(size).toBeGreaterThan(end - 2 * PICTURE_BYTES);
});

/** A file as it is written while it is recorded. */
async function webm(): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({format: new WebMOutputFormat({appendOnly: true}), target});
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source);
  await output.start();
  const decoderConfig = {codec: 'vp8', codedWidth: 64, codedHeight: 48};
  for (const [index, time] of TIMES.entries()) {
    const picture = new Uint8Array(PICTURE_BYTES).fill(PIXEL);
    const type = index % 3 === 0 ? 'key' : 'delta';
    await source.add(new EncodedPacket(picture, type, time, 0.4), {decoderConfig});
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}
