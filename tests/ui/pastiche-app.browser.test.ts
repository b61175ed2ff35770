import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {USUAL_LOOK} from '../app/usual-look.ts';
import {expectAccessible} from './mount.ts';
import {
  appState,
  type Change,
  deepQuery,
  pictureClip,
  showPage,
  styleEntries,
  videoClip,
} from './page-fixture.ts';

const camera: Change = {
  source: {
    kind: 'camera',
    title: 'Desk camera',
    cameras: [
      {id: 'a', label: 'Built-in camera'},
      {id: 'b', label: 'Desk camera'},
    ],
  },
};
const recording: Change = {
  captures: {recording: {phase: 'recording', elapsedMs: 0, bytes: 0}},
};
const paused: Change = {captures: {recording: {phase: 'paused', elapsedMs: 0, bytes: 0}}};
const button = (name: string | RegExp) => page.getByRole('button', {name}).first();

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

describe('<pastiche-app>', () => {
  it.each<[string | RegExp, Change, unknown[]]>([
    ['Start camera', {}, ['startCamera']],
    ['Switch camera', camera, ['switchCamera']],
    ['Before and after', {}, ['setDivider', 0.5]],
    ['Before and after', {view: {divider: 0.2}}, ['setDivider', null]],
    ['Freeze the picture', {}, ['setFrozen', true]],
    ['Freeze the picture', {view: {frozen: true}}, ['setFrozen', false]],
    ['Use this frame', {}, ['useFrameAsStyle']],
    ['Record sound', {}, ['setSettings', {microphone: true}]],
    ['Take a snapshot', {}, ['takeSnapshot']],
    [/^Record$/, {}, ['startRecording']],
    ['Stop recording', recording, ['stopRecording']],
    ['Pause recording', recording, ['pauseRecording']],
    ['Go on recording', paused, ['resumeRecording']],
    [
      'Dismiss',
      {notices: [{id: 5, kind: 'info', message: {key: 'source.only-camera'}}]},
      ['dismissNotice', 5],
    ],
  ])('%s asks the studio', async (name, change, call) => {
    const {calls} = await showPage(change);

    await button(name).click();

    expect(calls).toEqual([call]);
  });

  it.each<[string, Change, unknown[]]>([
    ['c', {}, ['startCamera']],
    [' ', {}, ['startRecording']],
    [' ', recording, ['stopRecording']],
    [' ', paused, ['stopRecording']],
    ['s', {}, ['takeSnapshot']],
    ['{ArrowLeft}', {}, ['stepStyle', -1]],
    ['{ArrowRight}', {}, ['stepStyle', 1]],
    ['[[', {}, ['changeAlpha', -0.05]],
    [']', {}, ['changeAlpha', 0.05]],
    ['m', {}, ['toggleMirror']],
    ['b', {}, ['setDivider', 0.5]],
    ['p', {}, ['setFrozen', true]],
  ])('the key "%s" asks the studio', async (key, change, call) => {
    const {calls} = await showPage(change);

    await userEvent.keyboard(key);

    expect(calls).toEqual([call]);
  });

  it('passes on what is chosen in the menus', async () => {
    const {calls} = await showPage({...camera, captures: {clips: [videoClip()]}});

    await button(/^Source/).click();
    await button('Built-in camera').click();
    await button(/^Source/).click();
    await button('Demo scene').click();
    await button(/^Source/).click();
    await page.getByRole('checkbox', {name: 'Mirror'}).click();
    await userEvent.keyboard('{Escape}');
    await button(/^Your clips/).click();
    await button(/^Share/).click();
    await button(/^Remove/).click();
    await userEvent.keyboard('{Escape}');
    await button('Settings').click();
    await page.getByRole('checkbox', {name: 'Show the numbers'}).click();

    expect(calls).toEqual([
      ['startCamera', 'a'],
      ['showDemo'],
      ['toggleMirror'],
      ['shareClip', 'video'],
      ['removeClip', 'video'],
      ['withOffline', 'look'],
      ['setSettings', {overlay: false}],
    ]);
  });

  it('picks, renames and removes styles', async () => {
    const styles = {entries: styleEntries(1).slice(-3)};
    const look = {styles: [{id: 'own-1', weight: 1}], alpha: 1};
    const {calls} = await showPage({styles, look});

    await page.getByRole('radio', {name: 'Cracked Fresco'}).click();
    await button(/^Rename or remove/).click();
    await page.getByRole('textbox').fill('Quilt');
    await button(/^Save$/).click();
    await button(/^Rename or remove/).click();
    await button(/^Remove$/).click();
    await button('Remove it').click();

    expect(calls).toEqual([
      ['pickStyle', 'cracked-fresco'],
      ['renameStyle', 'own-1', 'Quilt'],
      ['removeStyle', 'own-1'],
    ]);
  });

  it('marks the heaviest style of a mix', async () => {
    const styles = [
      {id: 'art-deco', weight: 1},
      {id: 'linocut', weight: 3},
    ];
    await showPage({look: {styles, alpha: 1}});

    await expect.element(page.getByRole('radio', {name: 'Linocut'})).toBeChecked();
    await expect.element(page.getByRole('radio', {name: 'Art Deco'})).not.toBeChecked();
  });

  it('takes pictures and videos that are dropped', async () => {
    const {calls} = await showPage();
    const drop = (file: File) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true}));
      return file;
    };

    const picture = drop(new File(['x'], 'quilt.png', {type: 'image/png'}));
    const video = drop(new File(['x'], 'cat.mp4', {type: 'video/mp4'}));

    await expect
      .poll(() => calls)
      .toEqual([
        ['takeFiles', [picture], 'style'],
        ['takeFiles', [video], 'source'],
      ]);
  });

  it('follows the store until it is removed', async () => {
    const {app, store} = await showPage();
    const strength = page.getByRole('slider', {name: 'Style strength'});

    store.set({look: {...appState().look, alpha: 0.3}});
    await expect.element(strength).toHaveValue('30');

    const update = vi.spyOn(app, 'requestUpdate');
    app.remove();
    store.set({view: {...appState().view, frozen: true}});
    expect(update).not.toHaveBeenCalled();
  });

  it('goes on after it was taken out and put back', async () => {
    const {app, store, calls} = await showPage();

    app.remove();
    document.body.append(app);
    store.set({view: {...appState().view, frozen: true}});
    await expect.element(page.getByText('Frozen')).toBeVisible();
    await userEvent.keyboard('s');

    expect(calls).toEqual([['takeSnapshot']]);
  });

  it('opens the shortcuts with a question mark, and then leaves the keys alone', async () => {
    const {calls} = await showPage();

    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', {name: 'Keyboard shortcuts'})).toBeVisible();
    await userEvent.keyboard('c');

    expect(calls).toEqual([]);
  });

  it('lets the picture fill the screen and comes back', async () => {
    const {app} = await showPage();
    const fullScreen = vi.spyOn(app, 'requestFullscreen').mockResolvedValue();
    const exit = vi.spyOn(document, 'exitFullscreen').mockResolvedValue();

    await userEvent.keyboard('f');
    await app.updateComplete;
    expect(fullScreen).toHaveBeenCalledTimes(1);
    expect(deepQuery(app, 'stage-view')!.clientHeight).toBe(window.innerHeight);
    expect(page.getByRole('radiogroup').query()).toBeNull();

    await button('Leave full screen').click();
    expect(exit).toHaveBeenCalledTimes(1);
    await expect.element(page.getByRole('radiogroup')).toBeVisible();
    exit.mockRestore();
  });

  it('shows only the picture when it is clean, and still knows the keys', async () => {
    const {app, canvas, calls} = await showPage({view: {clean: true}});

    expect(app.shadowRoot!.children).toHaveLength(1);
    expect(canvas.getBoundingClientRect().height).toBeCloseTo(window.innerHeight, 0);
    expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    await userEvent.keyboard('{ArrowRight}');
    expect(calls).toEqual([['stepStyle', 1]]);
  });

  it('keeps the size of the picture when only the working size changes', async () => {
    const {store, canvas} = await showPage();
    const before = canvas.getBoundingClientRect().toJSON();

    store.set({stats: {...appState().stats, width: 240, height: 176}});
    await expect.element(page.getByText('240 × 176')).toBeVisible();

    expect(canvas.getBoundingClientRect().toJSON()).toEqual(before);
  });

  it.each([
    [320, 568],
    [360, 740],
    [568, 320],
    [844, 390],
    [768, 1024],
    [1024, 768],
    [1920, 1080],
  ])('fits %d × %d, everything large enough to touch', async (width, height) => {
    await page.viewport(width, height);
    const {app, canvas} = await showPage({...camera, captures: {clips: [pictureClip()]}});

    const {scrollWidth, scrollHeight} = document.documentElement;
    expect([scrollWidth, scrollHeight]).toEqual([width, height]);
    const picture = canvas.getBoundingClientRect();
    const largest = Math.max(picture.width / width, picture.height / height);
    expect(largest).toBeGreaterThan(0.5);

    const elements = ['source-menu', 'stage-tools', 'capture-bar', 'clip-tray', '.settings'];
    for (const selector of elements) {
      const box = deepQuery(app, selector)!.getBoundingClientRect();
      expect(box.left, selector).toBeGreaterThanOrEqual(0);
      expect(box.right, selector).toBeLessThanOrEqual(width);
      expect(box.bottom, selector).toBeLessThanOrEqual(height);
      expect(Math.min(box.width, box.height), selector).toBeGreaterThanOrEqual(44);
    }
  });

  it.each([
    [360, 740],
    [844, 390],
    [1280, 800],
  ])('keeps the picked style in sight on %d × %d', async (width, height) => {
    await page.viewport(width, height);
    const {store} = await showPage({
      look: {styles: [{id: 'cracked-fresco', weight: 1}], alpha: 1, stroke: 'broad', ...USUAL_LOOK},
    });
    const gallery = page.getByRole('radiogroup', {name: 'Style'});
    const picked = gallery.getByRole('radio', {checked: true});
    const right = () => picked.element().getBoundingClientRect().right;
    const bottom = () => picked.element().getBoundingClientRect().bottom;

    await expect.poll(right).toBeLessThan(width);
    await expect.poll(bottom).toBeLessThan(height);

    store.set({
      look: {styles: [{id: 'swirling-night', weight: 1}], alpha: 1, stroke: 'broad', ...USUAL_LOOK},
    });
    const left = () => picked.element().getBoundingClientRect().left;
    const top = () => picked.element().getBoundingClientRect().top;
    await expect.element(picked).toHaveTextContent('Swirling Night');
    await expect.poll(left).toBeGreaterThan(0);
    await expect.poll(top).toBeGreaterThan(0);
  });

  it.each<[string, Change]>([
    [
      'loading',
      {
        start: {
          phase: 'loading',
          progress: {step: {key: 'start.network'}, fraction: 0.2, bytes: null},
        },
      },
    ],
    ['the demo', {}],
    ['a recording', {...camera, ...recording, view: {divider: 0.5}}],
    ['a failure', {start: {phase: 'failed', failure: {key: 'gpu.webgl2'}}}],
  ])('is accessible with %s', async (_, change) => {
    await expectAccessible((await showPage(change)).app);
  });

  it('is accessible on a phone', async () => {
    await page.viewport(360, 740);
    await expectAccessible((await showPage({...camera, captures: {clips: [pictureClip()]}})).app);
  });
});
