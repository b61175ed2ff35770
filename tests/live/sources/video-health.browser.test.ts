import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {SourceHealth} from '../../../src/live/sources/frame-source.ts';
import {type VideoHealth, watchVideo} from '../../../src/live/sources/video-health.ts';
import {videoFile} from '../bad-files.ts';

let video: HTMLVideoElement;
let url: string;
let health: VideoHealth;
let told: SourceHealth[];

beforeEach(async () => {
  url = URL.createObjectURL(await videoFile());
  video = Object.assign(document.createElement('video'), {muted: true, loop: true, src: url});
  await video.play();
  watch();
});

afterEach(() => {
  health.dispose();
  health.dispose();
  video.removeAttribute('src');
  URL.revokeObjectURL(url);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('says nothing of a video that plays', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(told).toEqual([]);
});

it('plays on after it was paused from outside', async () => {
  video.pause();
  await vi.waitFor(() => {
    expect(video.paused).toBe(false);
  });

  expect(told.filter((each) => each !== 'paused')).toEqual(told.includes('paused') ? ['live'] : []);
});

it('tells that it is paused where it may not play on, and goes on in view', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  video.pause();
  await vi.waitFor(() => {
    expect(told).toEqual(['paused']);
  });

  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => {
    expect(told).toEqual(['paused', 'live']);
  });
});

it('gives in to whoever pauses it again and again, until it is asked to play', async () => {
  const play = vi.spyOn(video, 'play');
  for (let time = 0; time < 6; time++) {
    video.pause();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(play.mock.calls.length).toBeLessThanOrEqual(3);
  expect(told.at(-1)).toBe('paused');

  await health.play();
  expect(told.at(-1)).toBe('live');
});

it('does not try again what the browser has refused, and plays after a click', async () => {
  const refusal = new DOMException('Refused by the test.', 'NotAllowedError');
  const play = vi.spyOn(video, 'play').mockRejectedValue(refusal);
  video.pause();
  await vi.waitFor(() => {
    expect(told.at(-1)).toBe('blocked');
  });
  window.dispatchEvent(new Event('focus'));
  expect(play).toHaveBeenCalledOnce();

  play.mockRestore();
  await health.play();
  expect(told.at(-1)).toBe('live');
});

it('tells that it is over when the decoder gives up', () => {
  video.dispatchEvent(new Event('error'));

  expect(told).toEqual(['ended']);
});

it('tells that a camera is silent, and that it is back', () => {
  health.dispose();
  vi.useFakeTimers();
  const track = new MediaStreamTrackGenerator({kind: 'video'});
  const time = vi.spyOn(video, 'currentTime', 'get').mockReturnValue(1);
  watch(track);
  vi.advanceTimersByTime(4000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(3000);
  expect(told).toEqual(['silent']);

  time.mockReturnValue(2);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['silent', 'live']);
  track.stop();
});

it('does not take a hidden tab for a silent camera', () => {
  health.dispose();
  vi.useFakeTimers();
  const track = new MediaStreamTrackGenerator({kind: 'video'});
  vi.spyOn(video, 'currentTime', 'get').mockReturnValue(1);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  watch(track);
  vi.advanceTimersByTime(20_000);

  expect(told).toEqual([]);
  track.stop();
});

it('tells at once what has been so before anybody asked', () => {
  video.dispatchEvent(new Event('error'));
  const late: SourceHealth[] = [];
  health.onHealth((each) => late.push(each));

  expect(late).toEqual(['ended']);
});

it('leaves no timer and no listener behind', () => {
  const play = vi.spyOn(video, 'play');
  health.dispose();
  video.pause();
  document.dispatchEvent(new Event('visibilitychange'));

  expect(play).not.toHaveBeenCalled();
  expect(told).toEqual([]);
});

function watch(track?: MediaStreamTrack) {
  told = [];
  health = watchVideo(video, track);
  health.onHealth((each) => told.push(each));
}
