import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {StartProgress} from '../../../src/ui/stage/start-progress.ts';
import {expectAccessible, mount} from '../mount.ts';

const loading = {
  step: {key: 'start.network'},
  fraction: 0.46,
  bytes: {loaded: 870_000, total: 1_860_000},
} as const;

describe('<start-progress>', () => {
  it('tells the step, how far it is and the bytes', async () => {
    await mount(new StartProgress(), {progress: loading});

    const bar = page.getByRole('progressbar', {name: 'Starting Pastiche'});
    await expect.element(bar).toHaveAttribute('aria-valuenow', '46');
    await expect.element(bar).toHaveAttribute('aria-valuetext', 'Loading the network, 46 per cent');
    await expect.element(page.getByText('870 kB of 1.9 MB')).toBeVisible();
  });

  it('tells no bytes while none are loaded', async () => {
    const element = await mount(new StartProgress(), {
      progress: {step: {key: 'start.gpu'}, fraction: 0.9, bytes: null},
    });

    await expect.element(page.getByText('Waking the graphics card')).toBeVisible();
    expect(element.renderRoot.textContent).not.toContain(' of ');
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new StartProgress(), {progress: loading}));
  });
});
