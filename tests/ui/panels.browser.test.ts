import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {CapturesPanel} from '../../src/ui/captures/captures-panel.ts';
import {LookPanel} from '../../src/ui/look/look-panel.ts';
import {NoticesPanel} from '../../src/ui/notices/notices-panel.ts';
import {PasticheApp} from '../../src/ui/pastiche-app.ts';
import {SettingsPanel} from '../../src/ui/settings/settings-panel.ts';
import {SourcesPanel} from '../../src/ui/sources/sources-panel.ts';
import {StagePanel} from '../../src/ui/stage/stage-panel.ts';
import {StylesPanel} from '../../src/ui/styles/styles-panel.ts';
import {USUAL_LOOK} from '../app/usual-look.ts';
import {appState, pictureClip, showPage, styleEntries, videoClip} from './page-fixture.ts';

const panels = {
  root: PasticheApp,
  captures: CapturesPanel,
  look: LookPanel,
  notices: NoticesPanel,
  settings: SettingsPanel,
  sources: SourcesPanel,
  stage: StagePanel,
  styles: StylesPanel,
};

/** How often each panel has rendered since the last call. */
let count: () => Partial<Record<keyof typeof panels, number>>;

beforeEach(async () => {
  await page.viewport(1280, 800);
  const spies = Object.entries(panels).map(
    ([name, {prototype}]) => [name, vi.spyOn(prototype, 'render')] as const,
  );
  count = () => {
    const counts = spies.map(([name, spy]) => [name, spy.mock.calls.length] as const);
    for (const [, spy] of spies) spy.mockClear();
    return Object.fromEntries(counts.filter(([, times]) => times > 0));
  };
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const nextFrame = () => new Promise(requestAnimationFrame);

describe('the panels', () => {
  it('leave the page alone while the look changes 60 times a second', async () => {
    const {store} = await showPage({settings: {overlay: false}});
    count();

    for (let frame = 1; frame <= 60; frame++) {
      store.set({look: {...store.get().look, alpha: frame / 60}});
      await nextFrame();
    }

    expect(count()).toEqual({look: 60});
    await expect.element(page.getByRole('slider', {name: 'Style strength'})).toHaveValue('100');
  });

  it('render nothing for a mix but the look and the shares of its styles', async () => {
    const {store} = await showPage();
    count();

    for (const weight of [1, 2, 3]) {
      const styles = [
        {id: 'linocut', weight},
        {id: 'swirling-night', weight: 4},
      ];
      store.set({look: {styles, alpha: 0.8, stroke: 'broad', ...USUAL_LOOK}});
      await nextFrame();
    }
    expect(count()).toEqual({look: 3, styles: 3});

    store.set({
      look: {styles: [{id: 'linocut', weight: 1}], alpha: 0.8, stroke: 'broad', ...USUAL_LOOK},
    });
    await nextFrame();
    expect(count()).toEqual({look: 1, styles: 1});
  });

  it('render each for its own slice', async () => {
    const {store} = await showPage({settings: {overlay: false}});
    count();
    const state = appState();
    const after = async (change: Partial<typeof state>) => {
      store.set(change);
      await nextFrame();
      return count();
    };

    const recording = {phase: 'recording', elapsedMs: 500, bytes: 1} as const;
    expect(await after({captures: {recording, clips: []}})).toEqual({captures: 1});
    expect(await after({stats: {...state.stats, fps: 30}})).toEqual({});
    expect(await after({stats: {...state.stats, width: 640, height: 240}})).toEqual({root: 1});
    expect(await after({stats: {...store.get().stats, model: 'swift-hd'}})).toEqual({settings: 1});
    expect(await after({notices: [{id: 1, kind: 'info', message: {key: 'source.none'}}]})).toEqual({
      notices: 1,
    });
    expect(await after({styles: {...store.get().styles, analyzing: 'linocut'}})).toEqual({
      styles: 1,
    });
    expect(await after({source: {...state.source, opening: true}})).toEqual({sources: 1, stage: 1});
    expect(await after({view: {...state.view, divider: 0.5}})).toEqual({stage: 1});
    expect(await after({networks: {...state.networks, changing: true}})).toEqual({settings: 1});
  });

  it('shows the numbers twice a second where they are shown, and nowhere else', async () => {
    const {store} = await showPage({settings: {overlay: true}});
    count();

    store.set({stats: {...store.get().stats, fps: 12}});
    await nextFrame();

    expect(count()).toEqual({stage: 1});
    await expect.element(page.getByText('12 fps')).toBeVisible();
  });

  it('opens the sheet of an own style', async () => {
    await showPage({
      styles: {entries: styleEntries(1).slice(-3)},
      look: {styles: [{id: 'own-1', weight: 1}]},
    });

    await page.getByRole('button', {name: /Rename or remove/}).click();

    await expect.element(page.getByRole('dialog', {name: 'Your style'})).toBeVisible();
  });

  it('takes note of clips that are downloaded', async () => {
    const {calls} = await showPage({captures: {clips: [pictureClip(), videoClip()]}});
    await page.getByRole('button', {name: /^Your clips/}).click();
    document.addEventListener('click', (event) => event.preventDefault(), {once: true});
    await page.getByRole('link', {name: 'Download'}).first().click();

    expect(calls).toEqual([['markClipSaved', 'video']]);
  });

  it.each(['blocked', 'paused'] as const)('plays a source on that is %s', async (health) => {
    const {calls} = await showPage({source: {kind: 'video', title: 'Cat', health}});

    await page.getByRole('button', {name: 'Press play'}).click();

    expect(calls).toEqual([['resumeSource']]);
  });

  it('plays a source on from a clean page, too', async () => {
    const {calls} = await showPage({
      source: {kind: 'camera', title: 'Camera', health: 'blocked'},
      view: {clean: true},
    });

    await page.getByRole('button', {name: 'Press play'}).click();

    expect(calls).toEqual([['resumeSource']]);
  });

  it('tells on a clean page what went wrong, in one line that can be taken away', async () => {
    const {calls, store} = await showPage({
      view: {clean: true},
      notices: [
        {id: 3, kind: 'error', message: {key: 'source.denied'}},
        {id: 4, kind: 'info', message: {key: 'source.only-camera'}},
      ],
    });
    const line = page.getByRole('alert').getByRole('button');

    await expect.element(line).toHaveTextContent('The camera is blocked.');
    expect(line.element().getBoundingClientRect().height).toBeLessThan(32);
    await line.click();
    expect(calls).toEqual([['dismissNotice', 3]]);
    store.set({notices: []});
    await expect.poll(() => line.query()).toBeNull();
  });

  it('keeps the stage of a clean page alone where nothing went wrong', async () => {
    const {store} = await showPage({view: {clean: true}});
    count();

    store.set({look: {...store.get().look, alpha: 0.1}, captures: {...appState().captures}});
    await userEvent.keyboard('x');
    await nextFrame();

    expect(count()).toEqual({});
  });
});
