import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {attractWhenAlone} from '../../../src/app/attract/attract.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import type {CameraSource} from '../../../src/live/sources/camera-source.ts';
import {fakeStore} from '../fake-store.ts';

let store: Store<AppState>;
let share: number | undefined;
let tick: () => Promise<void>;
let stop: () => void;
let unseen: {close: ReturnType<typeof vi.fn>};
const showDemo = vi.fn(() => Promise.resolve(void store.patch('source', {kind: 'demo'})));
const show = vi.fn(() => Promise.resolve(void store.patch('source', {kind: 'camera'})));
const open = vi.fn(() => Promise.resolve(unseen as unknown as CameraSource));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  share = 0;
  unseen = {close: vi.fn()};
  store = fakeStore();
  store.patch('settings', {attract: 60});
  store.patch('regions', {persons: 'found'});
  store.patch('source', {kind: 'camera', cameraId: 'front', opening: false});
  const engine = {
    presence: vi.fn(() => Promise.resolve(share)),
    openRegions: vi.fn(() => Promise.resolve()),
    every(_: number, listener: () => void) {
      tick = async () => {
        listener();
        await vi.advanceTimersByTimeAsync(1000);
      };
      return () => {};
    },
  };
  stop = attractWhenAlone({
    store,
    engine,
    notices: {show: vi.fn()},
    sources: {showDemo, show},
    open,
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function pass(seconds: number) {
  for (let second = 0; second < seconds; second++) await tick();
}

describe('attractWhenAlone', () => {
  it('shows the demo when nobody has been there for the time that is set, and watches on', async () => {
    await pass(59);
    expect(showDemo).not.toHaveBeenCalled();

    await pass(3);

    expect(showDemo).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledWith({cameraId: 'front', facing: 'user'});
  });

  it('has the camera back when somebody comes', async () => {
    await pass(62);
    share = 0.2;

    await pass(2);

    expect(show).toHaveBeenCalledWith(unseen);
    expect(unseen.close).not.toHaveBeenCalled();
    share = 0;
    await pass(58);
    expect(showDemo).toHaveBeenCalledOnce();
    await pass(4);
    expect(showDemo).toHaveBeenCalledTimes(2);
  });

  it('stays while somebody is there, or nobody can tell', async () => {
    share = 0.2;
    await pass(100);
    share = undefined;
    await pass(100);

    expect(showDemo).not.toHaveBeenCalled();
  });

  it('stays while something is recorded', async () => {
    const {recording} = store.get().captures;
    store.patch('captures', {recording: {...recording, phase: 'recording'}});
    await pass(100);

    expect(showDemo).not.toHaveBeenCalled();
  });

  it('lets the camera go when a person chooses another source', async () => {
    await pass(62);
    store.patch('source', {kind: 'image'});

    await pass(1);

    expect(unseen.close).toHaveBeenCalled();
    share = 0.2;
    await pass(3);
    expect(show).not.toHaveBeenCalled();
  });

  it('does nothing where it is not wanted', async () => {
    store.patch('settings', {attract: 0});
    await pass(400);

    expect(showDemo).not.toHaveBeenCalled();
  });

  it('tries again where the camera does not come', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    open.mockRejectedValueOnce(new Error('in use'));
    await pass(64);
    expect(store.get().source.kind).toBe('demo');
    share = 0.2;

    await pass(2);

    expect(show).toHaveBeenCalledWith(unseen);
  });

  it('leaves no camera open at its end', async () => {
    await pass(62);

    stop();

    expect(unseen.close).toHaveBeenCalled();
  });
});
