import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {CameraState} from '../../../src/app/sources/source-state.ts';
import {CameraControls} from '../../../src/ui/sources/camera-controls.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const PHONE: CameraState = {
  side: 720,
  sides: [480, 720, 1080],
  dials: {zoom: {min: 1, max: 8, step: 0.5, value: 2}},
  focusesItself: true,
  lamp: false,
};

describe('<camera-controls>', () => {
  it('tells what is to be changed', async () => {
    const changes = heard(await mount(new CameraControls(), {camera: PHONE}), 'camera-set');

    await page.getByRole('combobox', {name: 'Resolution'}).selectOptions('1080p');
    await page.getByRole('slider', {name: 'Zoom'}).fill('3.5');
    await page.getByRole('checkbox', {name: 'Focus by itself'}).click();
    await page.getByRole('checkbox', {name: 'Lamp'}).click();

    expect(changes).toEqual([{side: 1080}, {zoom: 3.5}, {focusesItself: false}, {lamp: true}]);
  });

  it('shows nothing that the camera does not offer', async () => {
    await mount(new CameraControls(), {camera: {side: 480, sides: [], dials: {}}});

    for (const role of ['combobox', 'slider', 'checkbox'] as const) {
      expect(page.getByRole(role).elements()).toEqual([]);
    }
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new CameraControls(), {camera: PHONE}));
  });
});
