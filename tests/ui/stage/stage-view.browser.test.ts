import '../../../src/ui/later.ts';
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
    const progress = {step: {key: 'start.gpu'}, fraction: 0.5, bytes: null} as const;
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
    await mountStage({phase: 'failed', failure: {key: 'gpu.failed'}, inviting: true});

    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Reload the page; your own styles are kept.');
    expect(page.getByRole('button').query()).toBeNull();
  });

  it('shows divider, numbers and that it is frozen when they are on', async () => {
    const stage = await mountStage({phase: 'live', stats});
    expect(page.getByRole('slider').query()).toBeNull();
    expect(page.getByText('fps').query()).toBeNull();

    Object.assign(stage, {divider: 0.5, overlay: true, frozen: true});

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
      failure: {key: 'gpu.away'},
    });

    expect([...stage.renderRoot.querySelector('.picture')!.children]).toEqual([canvas]);
  });

  it.each([
    ['muted', 'The camera is muted.'],
    ['silent', 'No picture has come for a while.'],
  ] as const)(
    'says in a small line that the source is %s, on a clean stage, too',
    async (health, words) => {
      const stage = await mountStage({phase: 'live', stats, health});
      const status = page.getByRole('status');
      await expect.element(status).toHaveTextContent(words);
      expect(status.element().getBoundingClientRect().height).toBeLessThan(100);
      expect(page.getByRole('button').query()).toBeNull();

      stage.clean = true;
      await expect.element(status).toHaveTextContent(words);

      stage.health = 'live';
      await expect.poll(() => page.getByText(words).query()).toBeNull();
    },
  );

  it.each(['blocked', 'paused'] as const)(
    'has one button for a source that is %s',
    async (health) => {
      const stage = await mountStage({phase: 'live', stats, health});
      const resumes = heard(stage, 'source-resume');
      const play = page.getByRole('button', {name: 'Press play'});

      await play.click();
      expect(resumes).toHaveLength(1);

      // The first frame is still to come, or nothing but the picture is wanted.
      for (const change of [{phase: 'loading'}, {clean: true}, {phase: 'live'}] as const) {
        Object.assign(stage, change);
        await expect.element(play).toBeVisible();
      }
      expect(page.getByRole('progressbar').query()).toBeNull();

      // It is being opened anew, or there can be no picture.
      for (const change of [
        {opening: true},
        {opening: false, phase: 'failed'},
        {clean: false},
      ] as const) {
        Object.assign(stage, change);
        await stage.updateComplete;
        expect(play.query()).toBeNull();
      }
    },
  );

  it('is accessible with a source that stands still', async () => {
    const canvas = newCanvas();
    const base = {canvas, stats, phase: 'live', frozen: true, overlay: true} as const;
    for (const health of ['blocked', 'muted'] as const) {
      await expectAccessible(await mountStage({...base, health}));
      await expectAccessible(await mountStage({...base, health, clean: true}));
    }
    const trouble = {id: 1, kind: 'error', message: {key: 'source.denied'}} as const;
    await expectAccessible(await mountStage({...base, clean: true, trouble}));
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
    await expectAccessible(await mountStage({phase: 'failed', failure: {key: 'gpu.failed'}}));
  });
});
