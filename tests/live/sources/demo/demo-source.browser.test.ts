import {afterEach, expect, it, vi} from 'vitest';
import {openDemo} from '../../../../src/live/sources/demo/demo-source.ts';
import type {FrameSource} from '../../../../src/live/sources/frame-source.ts';
import {meanDifference, pixelsOf} from '../../canvas-pixels.ts';
import {displayFrames} from '../../display-frames.ts';

let demo: FrameSource | undefined;

afterEach(() => {
  demo?.close();
  vi.restoreAllMocks();
});

/** What the demo shows now. */
function picture(): Uint8ClampedArray {
  return pixelsOf(demo!.frame(0).image as HTMLCanvasElement, {width: 160, height: 120});
}

function expectAPicture() {
  const pixels = picture();
  expect(meanDifference(new Uint8Array(pixels.length), pixels)).toBeGreaterThan(50);
}

/** The film that the demo plays, once it is opened. */
function catchFilm(): () => HTMLVideoElement {
  const create = vi.spyOn(document, 'createElement');
  return () => {
    const made = create.mock.results.map(({value}) => value as unknown);
    return made.find((element) => element instanceof HTMLVideoElement)!;
  };
}

it.each([
  ['wide', false, {width: 640, height: 480}],
  ['upright', true, {width: 480, height: 640}],
])('is a %s picture', async (_, portrait, size) => {
  demo = await openDemo(portrait);

  expect(demo).toMatchObject({kind: 'demo', facesPerson: false});
  expect(demo.size()).toEqual(size);
  expect(demo.frame(0)).toMatchObject({size, image: size});
});

it('is there at once, and moves', async () => {
  demo = await openDemo(false);
  const listener = vi.fn();
  demo.onFrame(listener);
  const first = picture();
  expectAPicture();

  await vi.waitFor(() => {
    expect(listener.mock.calls.length).toBeGreaterThan(3);
    expect(meanDifference(picture(), first)).toBeGreaterThan(0.5);
  });
});

it('repeats without a seam, as long as it is', async () => {
  const filmOf = catchFilm();
  demo = await openDemo(false);
  const film = filmOf();
  await vi.waitFor(() => {
    expect(film.readyState).toBeGreaterThanOrEqual(film.HAVE_CURRENT_DATA);
  });
  film.pause();
  const at = async (seconds: number) => {
    film.currentTime = seconds;
    await new Promise((resolve) => (film.onseeked = resolve));
    return picture();
  };
  const [first, second] = [await at(0), await at(1 / 24)];
  const last = await at(film.duration - 0.5 / 24);

  expect(film.loop).toBe(true);
  expect(film.duration).toBeCloseTo(6, 1);
  expect(meanDifference(last, first)).toBeLessThan(3 * meanDifference(second, first) + 1);
});

it.each([
  ['the smaller file', 'maybe', /film.*\.webm/],
  ['the other file where a browser does not know that', '', /film.*\.mp4/],
] as const)('plays %s', async (_, answer, file) => {
  vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue(answer);
  const filmOf = catchFilm();
  demo = await openDemo(false);

  expect(filmOf().src).toMatch(file);
});

it('shows its first picture, and says why it rests, where the browser plays nothing unasked', async () => {
  const refusal = new DOMException('Refused by the test.', 'NotAllowedError');
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(refusal);
  demo = await openDemo(false);
  const told = vi.fn();
  demo.onHealth(told);

  await vi.waitFor(() => {
    expect(told).toHaveBeenLastCalledWith('blocked');
  });
  expectAPicture();
});

it('goes on with its first picture where the film breaks off', async () => {
  const filmOf = catchFilm();
  demo = await openDemo(false);
  const film = filmOf();
  const told = vi.fn();
  demo.onHealth(told);
  film.src = 'data:video/webm,broken';
  await new Promise((resolve) => {
    film.addEventListener('error', resolve, {once: true});
  });
  await displayFrames(2);

  expect(told).not.toHaveBeenCalledWith('ended');
  expectAPicture();
});

it.each(['close', 'the function that onFrame gives'])('rests after %s', async (way) => {
  const filmOf = catchFilm();
  demo = await openDemo(false);
  const film = filmOf();
  const listener = vi.fn();
  const stop = demo.onFrame(listener);
  if (way === 'close') demo.close();
  else stop();
  listener.mockClear();
  await displayFrames(5);

  expect(listener).not.toHaveBeenCalled();
  demo.close();
  expect(film.paused).toBe(true);
  expect(film.getAttribute('src')).toBeNull();
});
