import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {StageView} from '../../../src/ui/stage/stage-view.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {appState} from '../page-fixture.ts';

const {stats} = appState();

function newCanvas() {
  return document.createElement('canvas');
}

async function mountStage(properties: Partial<StageView>) {
  const stage = await mount(new StageView(), properties);
  Object.assign(stage.style, {width: '400px', height: '400px'});
  return stage;
}

describe('<stage-view>', () => {
  it('shows the canvas it was given, the same one whatever happens', async () => {
    const canvas = newCanvas();
    const stage = await mountStage({canvas, stats});

    for (const phase of ['loading', 'live', 'failed', 'live'] as const) {
      stage.phase = phase;
      await stage.updateComplete;
      expect(stage.renderRoot.querySelectorAll('canvas')).toHaveLength(1);
      expect(stage.renderRoot.querySelector('canvas')).toBe(canvas);
    }
  });

  it('gives the picture all the room its shape allows', async () => {
    const stage = await mountStage({canvas: newCanvas(), phase: 'live'});

    const sizeOf = (aspect: number) => {
      stage.style.setProperty('--aspect', String(aspect));
      const {width, height} = stage.canvas!.getBoundingClientRect();
      return [Math.round(width), Math.round(height)];
    };

    expect(sizeOf(2)).toEqual([400, 200]);
    expect(sizeOf(0.5)).toEqual([200, 400]);
  });

  it('hides the canvas behind the progress while it loads', async () => {
    const progress = {step: 'Compiling', fraction: 0.5, bytes: null};
    const stage = await mountStage({canvas: newCanvas(), phase: 'loading', progress});

    await expect.element(page.getByRole('progressbar')).toBeVisible();
    expect(getComputedStyle(stage.canvas!).visibility).toBe('hidden');

    stage.phase = 'live';
    await stage.updateComplete;
    expect(getComputedStyle(stage.canvas!).visibility).toBe('visible');
    expect(page.getByRole('progressbar').query()).toBeNull();
  });

  it('invites to start the camera', async () => {
    const stage = await mountStage({phase: 'live', inviting: true});
    const starts = heard(stage, 'camera-start');

    await page.getByRole('button', {name: 'Start camera'}).click();
    expect(starts).toHaveLength(1);

    stage.opening = true;
    await expect.element(page.getByRole('button', {name: 'Opening'})).toBeDisabled();
  });

  it('says why there is no picture, in place of the invitation', async () => {
    await mountStage({phase: 'failed', failure: 'Load the page again.', inviting: true});

    await expect.element(page.getByRole('alert')).toHaveTextContent('Load the page again.');
    expect(page.getByRole('button').query()).toBeNull();
  });

  it('shows divider, numbers and that it is frozen when they are on', async () => {
    const stage = await mountStage({phase: 'live', stats});
    expect(page.getByRole('slider').query()).toBeNull();
    expect(page.getByText('fps').query()).toBeNull();

    Object.assign(stage, {divider: 0.5, overlay: true, paused: true});

    await expect.element(page.getByRole('slider')).toBeVisible();
    await expect.element(page.getByText('fps')).toBeVisible();
    await expect.element(page.getByText('Frozen')).toBeVisible();
  });

  it('shows the picture and nothing else when it is clean', async () => {
    const canvas = newCanvas();
    const stage = await mountStage({
      canvas,
      stats,
      phase: 'live',
      clean: true,
      overlay: true,
      inviting: true,
      divider: 0.5,
      failure: 'No.',
    });

    expect([...stage.renderRoot.querySelector('.picture')!.children]).toEqual([canvas]);
  });

  it('is accessible while live and while failed', async () => {
    const canvas = newCanvas();
    const live = {
      canvas,
      stats,
      phase: 'live',
      inviting: true,
      overlay: true,
      divider: 0.5,
    } as const;
    await expectAccessible(await mountStage(live));
    await expectAccessible(await mountStage({phase: 'failed', failure: 'Sorry.'}));
  });
});
