import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {RecordingTime} from '../../../src/ui/captures/recording-time.ts';
import {expectAccessible, mount} from '../mount.ts';

const recording = {phase: 'recording', elapsedMs: 73_400, bytes: 18_400_000} as const;

describe('<recording-time>', () => {
  it('shows time and size', async () => {
    await mount(new RecordingTime(), {recording});

    await expect.element(page.getByRole('timer')).toHaveTextContent('1:13 18.4 MB');
  });

  it('says how much longer it can be where that is little', async () => {
    const element = await mount(new RecordingTime(), {recording: {...recording, minutesLeft: 4}});
    await expect.element(page.getByRole('timer')).toHaveTextContent('1:13 18.4 MB 4 min left');
    await expectAccessible(element);

    element.recording = {...recording, minutesLeft: 0};
    await expect
      .element(page.getByRole('timer'))
      .toHaveTextContent('1:13 18.4 MB under 1 min left');
  });

  it('says when it is paused, and when the file is being saved', async () => {
    const element = await mount(new RecordingTime(), {recording: {...recording, phase: 'paused'}});
    await expect.element(page.getByRole('timer')).toHaveTextContent('1:13 paused');

    element.recording = {...recording, phase: 'finishing'};
    await expect.element(page.getByText('Saving')).toBeVisible();
  });

  it('shows nothing while nothing is recorded', async () => {
    const element = await mount(new RecordingTime());

    expect(element.renderRoot.children).toHaveLength(0);
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new RecordingTime(), {recording}));
  });
});
