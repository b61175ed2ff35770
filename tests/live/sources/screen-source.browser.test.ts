import {afterEach, describe, expect, it, vi} from 'vitest';
import type {FrameSource, SourceHealth} from '../../../src/live/sources/frame-source.ts';
import {openScreen} from '../../../src/live/sources/screen-source.ts';

let source: FrameSource | undefined;
afterEach(() => {
  source?.close();
  source = undefined;
  vi.restoreAllMocks();
});

/** A screen of 64 × 48 pixels, with sound if that is shared. */
function fakeScreen({sound = false} = {}) {
  const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 48});
  const context = canvas.getContext('2d');
  const stream = canvas.captureStream(30);
  const drawing = setInterval(() => context?.fillRect(0, 0, 64, 48), 30);
  if (sound) {
    const audio = new AudioContext();
    const [track] = new MediaStreamAudioDestinationNode(audio).stream.getAudioTracks();
    if (track) stream.addTrack(track);
  }
  vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockResolvedValue(stream);
  return {stream, stopDrawing: () => clearInterval(drawing)};
}

function refuse(name: string, message: string) {
  vi.spyOn(navigator.mediaDevices, 'getDisplayMedia').mockRejectedValue(
    new DOMException(message, name),
  );
}

describe('openScreen', () => {
  it('shows what is shared, with its sound', async () => {
    const {stopDrawing} = fakeScreen({sound: true});

    source = await openScreen();

    expect(source?.kind).toBe('screen');
    expect(source?.size()).toEqual({width: 64, height: 48});
    expect(source?.sound?.kind).toBe('audio');
    stopDrawing();
  });

  it('is heard only where sound is shared', async () => {
    const {stopDrawing} = fakeScreen();

    source = await openScreen();

    expect(source?.sound).toBeUndefined();
    stopDrawing();
  });

  it('takes a window that stands still for well', async () => {
    const {stopDrawing} = fakeScreen();
    source = await openScreen();
    const healths: SourceHealth[] = [];
    source?.onHealth((health) => healths.push(health));
    stopDrawing();

    await new Promise((resolve) => setTimeout(resolve, 6500));

    expect(healths.filter((health) => health !== 'live')).toEqual([]);
  });

  it('is over when sharing is ended, and lets everything go', async () => {
    const {stream, stopDrawing} = fakeScreen({sound: true});
    source = await openScreen();
    const healths: SourceHealth[] = [];
    source?.onHealth((health) => healths.push(health));
    const [track] = stream.getVideoTracks();

    track?.dispatchEvent(new Event('ended'));

    expect(healths).toEqual(['ended']);
    source?.close();
    expect(stream.getTracks().every(({readyState}) => readyState === 'ended')).toBe(true);
    stopDrawing();
  });

  it('gives nothing where the person thinks better of it', async () => {
    refuse('NotAllowedError', 'Permission denied');

    expect(await openScreen()).toBeUndefined();
  });

  it.each([
    ['NotAllowedError', 'Permission denied by system'],
    ['NotReadableError', 'Could not start video source'],
  ])('says what is wrong with %s: %s', async (name, message) => {
    refuse(name, message);

    await expect(openScreen()).rejects.toMatchObject({problem: 'no-screen'});
  });

  it('says so where the browser shares no screens', async () => {
    vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue({} as MediaDevices);

    await expect(openScreen()).rejects.toMatchObject({problem: 'no-screen'});
  });
});
