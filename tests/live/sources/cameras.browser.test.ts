import {afterEach, expect, it, vi} from 'vitest';
import {listCameras, onCamerasChange} from '../../../src/live/sources/cameras.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('lists the cameras of the browser', async () => {
  const cameras = await listCameras();

  expect(cameras.length).toBeGreaterThan(0);
  for (const {id} of cameras) expect(id).not.toBe('');
});

it('lists no microphone, and no camera the browser does not name yet', async () => {
  const devices = [
    {kind: 'audioinput', deviceId: 'a', label: 'Microphone'},
    {kind: 'videoinput', deviceId: '', label: ''},
    {kind: 'videoinput', deviceId: 'b', label: 'Desk camera'},
  ] as MediaDeviceInfo[];
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(devices);

  expect(await listCameras()).toEqual([{id: 'b', label: 'Desk camera'}]);
});

it('tells of cameras plugged in and out until it is stopped', () => {
  const listener = vi.fn();
  const stop = onCamerasChange(listener);
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  expect(listener).toHaveBeenCalledOnce();

  stop();
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  expect(listener).toHaveBeenCalledOnce();
});

it('lists none on insecure origins', async () => {
  vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as unknown as MediaDevices);

  expect(await listCameras()).toEqual([]);
  expect(() => {
    onCamerasChange(() => {})();
  }).not.toThrow();
});
