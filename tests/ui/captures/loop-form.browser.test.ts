import {describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {Clip} from '../../../src/app/captures/captures-state.ts';
import type {Exports} from '../../../src/app/exports/exports.ts';
import {type LoopKind, USUAL_LOOP} from '../../../src/app/exports/loop-choice.ts';
import type {LoopReel} from '../../../src/app/exports/loop-reel.ts';
import type {Loops} from '../../../src/app/exports/loops.ts';
import {AppError} from '../../../src/app/notices/app-error.ts';
import {LoopForm} from '../../../src/ui/captures/loop-form.ts';
import {createDeferred} from '../../live/deferred.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {fakeStudio, pictureClip, videoClip} from '../page-fixture.ts';
import {fakeReel} from './fake-reel.ts';

type Setting = {kinds?: LoopKind[]; clips?: Clip[]; film?: () => Promise<LoopReel>};

/** The form over a reel that has two seconds. */
async function open({kinds = ['gif', 'webp', 'mp4'], clips = [], film}: Setting = {}) {
  const reel = fakeReel();
  reel.lengthMs = 2000;
  const read = fakeReel({live: false});
  read.lengthMs = 2000;
  const loops = {
    kinds: vi.fn(() => Promise.resolve(kinds)),
    film: vi.fn(film ?? (() => Promise.resolve(reel))),
    read: vi.fn(() => Promise.resolve<LoopReel>(read)),
    make: vi.fn(() => Promise.resolve()),
  } satisfies Loops;
  const {store, actions} = fakeStudio({captures: {clips}});
  const withExports = (use: (exports: Exports) => unknown) =>
    Promise.resolve(use({loops: () => Promise.resolve(loops)} as unknown as Exports)).then(
      () => {},
    );
  const context = {
    store,
    actions: {...actions, withExports},
    perform: () => {},
    later: () => {},
  };
  const form = await mount(new LoopForm(), {context});
  return {form, reel, read, loops};
}

const make = () => page.getByRole('button', {name: 'Make loop'});
const radio = (name: string) => page.getByRole('radio', {name, exact: true});

describe('<loop-form>', () => {
  it('makes what was chosen, of what was filmed, and closes', async () => {
    const {form, reel, loops} = await open();
    const closed = heard(form, 'close-sheet');
    await page.getByRole('slider', {name: 'Length'}).fill('4.5');
    await page.getByText('Flowing').click();
    await page.getByText('GIF', {exact: true}).click();
    await page.getByText('Small').click();
    await page.getByRole('checkbox').click();
    reel.lengthMs = 2000;
    await make().click();

    expect(loops.make).toHaveBeenCalledExactlyOnceWith(reel, {
      seconds: 4.5,
      manner: 'flowing',
      kind: 'gif',
      size: 'small',
      dithers: true,
    });
    expect(closed).toHaveLength(1);
    form.remove();
    expect(reel.dispose).not.toHaveBeenCalled();
  });

  it('is off while there is too little', async () => {
    const {reel} = await open();
    await expect.element(make()).toBeEnabled();

    reel.lengthMs = 200;

    await expect.element(make()).toBeDisabled();
  });

  it('says the length in words, and what each choice is good for', async () => {
    await open();
    const slider = page.getByRole('slider', {name: 'Length'});
    await expect.element(slider).toHaveAttribute('aria-valuetext', '3 seconds');
    await expect.element(page.getByText('Plays everywhere')).toBeVisible();
    await expect.element(page.getByText('and back again')).toBeVisible();

    await page.getByText('WebP', {exact: true}).click();
    await page.getByText('As it is').click();

    await expect.element(page.getByText('All colours')).toBeVisible();
    await expect.element(page.getByText('jumps from the end')).toBeVisible();
    expect(page.getByRole('checkbox').query()).toBeNull();
  });

  it('goes by keyboard, each choice by itself', async () => {
    await open();
    radio('Back and forth').element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(radio('Flowing')).toBeChecked();
    await expect.element(radio('GIF')).toBeChecked();
    await expect.element(radio('Medium')).toBeChecked();
    page.getByRole('slider', {name: 'Length'}).element().focus();
    await userEvent.keyboard('{ArrowRight}');

    await expect.element(page.getByRole('slider', {name: 'Length'})).toHaveValue('3.5');
  });

  it('offers what the browser can make', async () => {
    await open({kinds: ['gif', 'webm']});

    await expect.element(radio('WebM')).toBeInTheDocument();
    expect(radio('WebP').query()).toBeNull();
    expect(radio('MP4').query()).toBeNull();
  });

  it('makes loops of recordings, too', async () => {
    const {reel, read, loops} = await open({clips: [pictureClip(), videoClip()]});
    await expect.element(make()).toBeEnabled();
    const menu = page.getByRole('combobox', {name: 'Of'});
    expect(menu.element().textContent).not.toContain('.png');
    await menu.selectOptions('pastiche-video.mp4');

    expect(loops.read).toHaveBeenCalledExactlyOnceWith('video');
    expect(reel.dispose).toHaveBeenCalled();
    await expect.element(make()).toBeEnabled();
    await make().click();
    expect(loops.make).toHaveBeenCalledWith(read, USUAL_LOOP);
  });

  it('says why there is nothing to make a loop of', async () => {
    const {form} = await open({
      film: () => Promise.reject(new AppError({key: 'capture.nothing-to-record'})),
    });

    await expect.element(page.getByRole('alert')).toHaveTextContent('no painting to record yet');
    await expect.element(make()).toBeDisabled();
    await expectAccessible(form);
  });

  it('frees the reel where it is closed, though that comes later', async () => {
    const {form, reel} = await open();
    await expect.element(make()).toBeEnabled();
    form.remove();
    expect(reel.dispose).toHaveBeenCalled();

    const coming = createDeferred<LoopReel>();
    const late = fakeReel();
    const {form: other} = await open({film: () => coming.promise});
    other.remove();
    coming.resolve(late);
    await vi.waitFor(() => {
      expect(late.dispose).toHaveBeenCalled();
    });
  });

  it('is accessible', async () => {
    const {form} = await open({clips: [videoClip()]});
    await expect.element(make()).toBeEnabled();

    await expectAccessible(form);
  });
});
