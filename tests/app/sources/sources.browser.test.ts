import {afterEach, beforeEach, expect, it, type Mock, vi} from 'vitest';
import type {Settings} from '../../../src/app/settings/settings-table.ts';
import {createSources, type Sources} from '../../../src/app/sources/sources.ts';
import type {Engine} from '../../../src/live/engine.ts';
import type {FrameSource} from '../../../src/live/sources/frame-source.ts';
import {createDeferred} from '../../live/deferred.ts';
import {colorFile, type FakeStudio, fakeStudio} from '../fake-studio.ts';

let studio: FakeStudio;
let changeSettings: Mock<(change: Partial<Settings>) => void>;
let beforeLeaving: Mock<() => Promise<void>>;
let sources: Sources;

beforeEach(() => {
  studio = fakeStudio();
  const {store} = studio;
  changeSettings = vi.fn((change) => {
    store.patch('settings', change);
  });
  beforeLeaving = vi.fn(() => Promise.resolve());
  sources = open(studio.painter);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  sources.dispose();
  vi.restoreAllMocks();
});

it('asks for no camera before a person does', async () => {
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await sources.showDemo();

  expect(ask).not.toHaveBeenCalled();
  expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  expect(onStage().kind).toBe('demo');
});

it('shows the camera, mirrored, and lists the cameras', async () => {
  const starting = sources.startCamera();
  expect(state().opening).toBe(true);
  await starting;

  expect(state()).toMatchObject({kind: 'camera', opening: false});
  expect(state().title).not.toBe('');
  expect(state().mirrored).toBe(true);
  expect(studio.store.get().view.frozen).toBe(false);
  expect(studio.engine.setView).toHaveBeenLastCalledWith({
    mirror: true,
    divider: 0,
    enlarged: true,
  });
  expect(state().cameras.length).toBeGreaterThan(0);
});

it('remembers a camera that was chosen, and not one that was not', async () => {
  await sources.startCamera();
  expect(changeSettings).not.toHaveBeenCalled();

  const {id, label} = state().cameras[0]!;
  await sources.startCamera(id);
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({cameraId: id, cameraLabel: label});
});

it('finds the remembered camera by its label where its id has changed', async () => {
  const {store} = studio;
  store.patch('source', {
    cameras: [
      {id: 'other', label: 'Other camera'},
      {id: 'new-id', label: 'Desk camera'},
    ],
  });
  store.patch('settings', {cameraId: 'old-id', cameraLabel: 'Desk camera'});
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await sources.startCamera();

  expect(ask.mock.calls[0]![0]).toMatchObject({video: {deviceId: {ideal: 'new-id'}}});
});

it('keeps the mirror as the person has set it', async () => {
  const {store} = studio;
  store.patch('settings', {mirror: 'off'});
  await sources.startCamera();
  expect(store.get().source.mirrored).toBe(false);

  store.patch('settings', {mirror: 'on'});
  sources.applyMirror();
  await vi.waitFor(() => {
    expect(studio.engine.setView).toHaveBeenLastCalledWith({
      mirror: true,
      divider: 0,
      enlarged: true,
    });
  });
  expect(store.get().source.mirrored).toBe(true);
});

it('closes the source before, after the next one is on the stage', async () => {
  await sources.startCamera();
  const camera = onStage();
  const close = vi.spyOn(camera, 'close');
  await sources.showDemo();

  expect(close).toHaveBeenCalledOnce();
  expect(trackEnded(camera)).toBe(true);
  expect(close.mock.invocationCallOrder[0]).toBeGreaterThan(
    studio.engine.setSource.mock.invocationCallOrder.at(-1)!,
  );
});

it('closes a slow camera unseen when the demo was picked after it', async () => {
  const stream = await navigator.mediaDevices.getUserMedia({video: true});
  const permission = createDeferred<MediaStream>();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValueOnce(permission.promise);
  const slow = sources.startCamera();
  await sources.showDemo();
  permission.resolve(stream);
  await slow;

  expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  expect(studio.engine.setSource).toHaveBeenCalledOnce();
  expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
});

it('keeps the source before where the next one fails', async () => {
  await sources.showDemo();
  const demo = onStage();
  const close = vi.spyOn(demo, 'close');
  const refusal = new DOMException('Denied by the test.', 'NotAllowedError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);

  await expect(sources.startCamera()).rejects.toMatchObject({problem: 'denied'});
  await expect(sources.open(new Blob([]), 'Empty')).rejects.toMatchObject({problem: 'empty'});
  expect(close).not.toHaveBeenCalled();
  expect(onStage()).toBe(demo);
  expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
});

it('ends the recording and shows the demo, with a sentence, when the camera goes away', async () => {
  await sources.startCamera();
  const camera = onStage();
  beforeLeaving.mockImplementation(() => {
    // The recording ends with the camera's picture still on the stage.
    expect(state().kind).toBe('camera');
    return Promise.resolve();
  });
  loseCamera(camera);
  await vi.waitFor(() => {
    expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  });

  expect(beforeLeaving).toHaveBeenCalledOnce();
  expect(studio.sentences('error')).toEqual([
    expect.stringMatching(/camera was unplugged.*demo is shown.*Plug it in/),
  ]);
});

it('leaves a camera that went away before it was on the stage', async () => {
  const ready = createDeferred<Engine>();
  const slow = open(ready.promise);
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const starting = slow.startCamera();
  await vi.waitFor(() => {
    expect(ask).toHaveResolved();
  });
  const stream = (await ask.mock.results[0]!.value) as MediaStream;
  await new Promise((resolve) => setTimeout(resolve, 500));
  stream.getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
  ready.resolve(await studio.painter);
  await starting;

  await vi.waitFor(() => {
    expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  });
  expect(studio.sentences('error')).toEqual([expect.stringContaining('unplugged')]);
  slow.dispose();
});

it('prefers what was chosen while the camera went away', async () => {
  await sources.startCamera();
  const camera = onStage();
  const recording = createDeferred<void>();
  beforeLeaving.mockReturnValue(recording.promise);
  loseCamera(camera);
  const opening = sources.open(await colorFile('red'), 'Still');
  recording.resolve();
  await opening;
  await new Promise((resolve) => setTimeout(resolve));

  expect(state()).toMatchObject({kind: 'image', title: 'Still'});
  expect(studio.sentences('error')).toEqual([]);
});

it('closes a camera that opened where painting cannot', async () => {
  const engine = Promise.reject<Engine>(new Error('No WebGL, says the test.'));
  engine.catch(() => {});
  const broken = open(engine);
  const stream = await navigator.mediaDevices.getUserMedia({video: true});
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValueOnce(stream);

  await expect(broken.startCamera()).rejects.toThrow('No WebGL');
  await vi.waitFor(() => {
    expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
  });
  broken.dispose();
});

it('gives one camera away for another where there can be only one at a time', async () => {
  await sources.startCamera();
  const first = onStage();
  const {getUserMedia} = navigator.mediaDevices;
  const open = getUserMedia.bind(navigator.mediaDevices);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((constraints) =>
    trackEnded(first)
      ? open(constraints)
      : Promise.reject(new DOMException('Busy, says the test.', 'NotReadableError')),
  );
  const {id} = state().cameras[0]!;
  await sources.startCamera(id);

  expect(state()).toMatchObject({kind: 'camera', cameraId: id});
  expect(onStage()).not.toBe(first);
});

it('shows the demo where a camera was given away for one that cannot be had', async () => {
  await sources.startCamera();
  const busy = new DOMException('Busy, says the test.', 'NotReadableError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(busy);

  await expect(sources.startCamera('other')).rejects.toMatchObject({problem: 'in-use'});
  await vi.waitFor(() => {
    expect(state()).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  });
});

it('shows the demo when the camera goes away although the recording cannot be ended', async () => {
  await sources.startCamera();
  beforeLeaving.mockRejectedValue(new Error('Broken by the test.'));
  loseCamera(onStage());

  await vi.waitFor(() => {
    expect(state().kind).toBe('demo');
  });
});

it('does not mind the end of a camera that has left the stage', async () => {
  await sources.startCamera();
  const camera = onStage();
  const video = camera.frame(0).image as HTMLVideoElement;
  const [track] = (video.srcObject as MediaStream).getVideoTracks();
  await sources.open(await colorFile('red'), 'Still');
  track!.dispatchEvent(new Event('ended'));

  expect(beforeLeaving).not.toHaveBeenCalled();
  expect(state().kind).toBe('image');
});

it('shows a file and its name, unmirrored', async () => {
  await sources.open(await colorFile('red'), 'holiday');

  expect(state()).toMatchObject({kind: 'image', title: 'holiday', opening: false});
  expect(studio.store.get().source.mirrored).toBe(false);
});

it('lets a frozen picture run again with another source', async () => {
  studio.store.patch('view', {frozen: true});
  await sources.showDemo();

  expect(studio.store.get().view.frozen).toBe(false);
  expect(studio.engine.setFrozen).toHaveBeenLastCalledWith(false);
});

it('goes through the cameras of a desk', async () => {
  await vi.waitFor(() => {
    expect(state().cameras).not.toEqual([]);
  });
  const devices = ['a', 'b'].map((deviceId) => ({kind: 'videoinput', deviceId, label: deviceId}));
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(
    devices as MediaDeviceInfo[],
  );
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  await vi.waitFor(() => {
    expect(state().cameras.map(({id}) => id)).toEqual(['a', 'b']);
  });
  const settings = vi.spyOn(MediaStreamTrack.prototype, 'getSettings');
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const asked: unknown[] = [];
  for (const deviceId of ['a', 'b', 'a']) {
    settings.mockReturnValue({deviceId});
    await sources.switchCamera();
    asked.push(ask.mock.calls.at(-1)![0]);
  }

  expect(asked).toMatchObject(['a', 'b', 'a'].map((ideal) => ({video: {deviceId: {ideal}}})));
});

it('says so where there is no other camera', async () => {
  studio.store.patch('source', {cameras: [{id: 'a', label: 'Only'}]});

  await expect(sources.switchCamera()).rejects.toMatchObject({
    told: {key: 'source.only-camera'},
  });
});

it('shows the demo until what is being opened is there', async () => {
  const stream = await navigator.mediaDevices.getUserMedia({video: true});
  const permission = createDeferred<MediaStream>();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValueOnce(permission.promise);
  const opening = sources.startCamera();
  await sources.showMeanwhile();
  expect(onStage().kind).toBe('demo');
  expect(state()).toMatchObject({kind: 'demo', opening: true});

  permission.resolve(stream);
  await opening;
  expect(state()).toMatchObject({kind: 'camera', opening: false});
  await sources.showMeanwhile();
  expect(onStage().kind).toBe('camera');
});

it('tells how the source fares, and no more of one that has left', async () => {
  await sources.startCamera();
  const camera = onStage();
  const video = camera.frame(0).image as HTMLVideoElement;
  const [track] = (video.srcObject as MediaStream).getVideoTracks();
  vi.spyOn(track!, 'muted', 'get').mockReturnValue(true);
  track!.dispatchEvent(new Event('mute'));
  expect(state().health).toBe('muted');

  await sources.showDemo();
  expect(state().health).toBe('live');
});

it('closes its source at dispose and stops listening, which may happen twice', async () => {
  await sources.startCamera();
  const camera = onStage();
  const list = vi.spyOn(navigator.mediaDevices, 'enumerateDevices');
  const video = camera.frame(0).image as HTMLVideoElement;
  const [track] = (video.srcObject as MediaStream).getVideoTracks();
  sources.dispose();
  sources.dispose();
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));

  expect(track!.readyState).toBe('ended');
  expect(list).not.toHaveBeenCalled();
});

function open(engine: Promise<Engine>): Sources {
  const {store, notices} = studio;
  return createSources({store, notices, engine, changeSettings, beforeLeaving});
}

function state() {
  return studio.store.get().source;
}

function onStage(): FrameSource {
  return studio.engine.setSource.mock.calls.at(-1)![0]!;
}

/** A closed camera has given its stream back. */
function trackEnded(camera: FrameSource): boolean {
  return (camera.frame(0).image as HTMLVideoElement).srcObject === null;
}

function loseCamera(camera: FrameSource) {
  const video = camera.frame(0).image as HTMLVideoElement;
  (video.srcObject as MediaStream).getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
}
