import {describe, expect, it, vi} from 'vitest';
import {createCameraControl} from '../../../src/live/sources/camera-control.ts';

function fakeTrack(capabilities: object | undefined, settings: object) {
  const applyConstraints = vi.fn(() => Promise.resolve());
  const track = {
    getCapabilities: capabilities && (() => capabilities),
    getSettings: () => settings,
    applyConstraints,
  };
  return {track: track as unknown as MediaStreamTrack, applyConstraints};
}

const PHONE = {
  width: {min: 1, max: 3840},
  height: {min: 1, max: 2160},
  zoom: {min: 1, max: 8, step: 0.1},
  exposureCompensation: {min: -2, max: 2, step: 0.5},
  focusDistance: {min: 0.1, max: 10, step: 0.1},
  focusMode: ['manual', 'continuous'],
  torch: true,
};
const NOW = {width: 1280, height: 720, zoom: 2, exposureCompensation: 0, focusMode: 'continuous'};

describe('createCameraControl', () => {
  it('says what a camera offers, and what it is set to', () => {
    const {track} = fakeTrack(PHONE, NOW);

    expect(createCameraControl(track).state).toEqual({
      side: 720,
      sides: [360, 480, 720, 1080, 1440, 2160],
      dials: {
        zoom: {min: 1, max: 8, step: 0.1, value: 2},
        exposureCompensation: {min: -2, max: 2, step: 0.5, value: 0},
        focusDistance: {min: 0.1, max: 10, step: 0.1, value: 0.1},
      },
      focusesItself: true,
      lamp: false,
    });
  });

  it('offers nothing that a camera has not, and knows one that is held upright', () => {
    const small = {width: {max: 640}, height: {max: 480}, zoom: {min: 1, max: 1}};
    const {track} = fakeTrack(small, {width: 480, height: 640});

    expect(createCameraControl(track).state).toEqual({side: 480, sides: [360, 480], dials: {}});
  });

  it('offers nothing where the browser knows no capabilities', () => {
    const {track} = fakeTrack(undefined, {width: 640, height: 480});

    expect(createCameraControl(track).state).toEqual({side: 480, sides: [], dials: {}});
  });

  it('sets one thing and keeps the others', async () => {
    const {track, applyConstraints} = fakeTrack(PHONE, NOW);
    const camera = createCameraControl(track);
    const told = vi.fn();
    camera.onChange(told);

    await camera.set({side: 1080});
    expect(applyConstraints).toHaveBeenLastCalledWith({
      width: {ideal: 1920},
      height: {ideal: 1080},
    });
    await camera.set({zoom: 3});
    await camera.set({lamp: true});

    expect(applyConstraints).toHaveBeenLastCalledWith({
      width: {ideal: 1920},
      height: {ideal: 1080},
      advanced: [{zoom: 3, torch: true}],
    });
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('focuses by hand as soon as a distance is set, until it is to do so by itself', async () => {
    const {track, applyConstraints} = fakeTrack(PHONE, NOW);
    const camera = createCameraControl(track);

    await camera.set({focusDistance: 2});
    expect(applyConstraints).toHaveBeenLastCalledWith({
      advanced: [{focusMode: 'manual', focusDistance: 2}],
    });
    await camera.set({focusesItself: true});
    expect(applyConstraints).toHaveBeenLastCalledWith({advanced: [{focusMode: 'continuous'}]});
  });

  it('stays as it is where the camera refuses, and says how that is', async () => {
    const {track, applyConstraints} = fakeTrack(PHONE, NOW);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    applyConstraints.mockRejectedValueOnce(new Error('Overconstrained'));
    const camera = createCameraControl(track);
    const told = vi.fn();
    camera.onChange(told);

    await camera.set({side: 2160});

    expect(told).toHaveBeenCalledOnce();
    expect(camera.state.side).toBe(720);
  });
});
