import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {RecordingState} from '../../../src/app/captures/captures-state.ts';
import {CaptureBar} from '../../../src/ui/captures/capture-bar.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const button = (name: string) => page.getByRole('button', {name, exact: true});
const at = (phase: RecordingState['phase']): RecordingState => ({phase, elapsedMs: 0, bytes: 0});

describe('<capture-bar>', () => {
  it.each([
    ['idle', 'Take a snapshot', 'snapshot'],
    ['idle', 'Record', 'record-start'],
    ['recording', 'Take a snapshot', 'snapshot'],
    ['recording', 'Stop recording', 'record-stop'],
    ['recording', 'Pause recording', 'record-pause'],
    ['paused', 'Go on recording', 'record-resume'],
    ['paused', 'Stop recording', 'record-stop'],
  ] as const)('while %s, "%s" tells %s', async (phase, name, event) => {
    const told = heard(await mount(new CaptureBar(), {recording: at(phase)}), event);

    await button(name).click();

    expect(told).toHaveLength(1);
  });

  it('switches the microphone', async () => {
    const bar = await mount(new CaptureBar());
    const changes = heard(bar, 'microphone-change');

    await button('Record sound').click();
    bar.microphone = true;
    await expect.element(button('Record sound')).toHaveAttribute('aria-pressed', 'true');
    await button('Record sound').click();

    expect(changes).toEqual([true, false]);
  });

  it('says what the recording does, and nothing before it does anything', async () => {
    const bar = await mount(new CaptureBar());
    const status = page.getByRole('status');
    await expect.element(status).toHaveTextContent(/^$/);

    for (const [phase, words] of [
      ['recording', 'Recording started'],
      ['paused', 'Recording paused'],
      ['recording', 'Recording goes on'],
      ['finishing', 'Saving the recording'],
      ['idle', 'Recording stopped'],
    ] as const) {
      bar.recording = at(phase);
      await expect.element(status).toHaveTextContent(words);
    }
  });

  it('shows and says that the microphone has ended while it records', async () => {
    const bar = await mount(new CaptureBar(), {
      microphone: true,
      recording: {...at('recording'), sound: 'on'},
    });
    const sign = page.getByRole('img', {name: 'No sound is recorded any more'});
    expect(sign.query()).toBeNull();

    bar.recording = {...at('recording'), sound: 'lost'};
    await expect.element(sign).toBeVisible();
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('No sound is recorded any more');
    await expectAccessible(bar);

    bar.recording = {...at('paused'), sound: 'lost'};
    await expect.element(sign).toBeVisible();
    bar.recording = at('idle');
    await expect.poll(() => sign.query()).toBeNull();
  });

  it('shows no such sign where no sound was wanted', async () => {
    await mount(new CaptureBar(), {recording: at('recording')});

    expect(page.getByRole('img').query()).toBeNull();
  });

  it('waits for a picture', async () => {
    await mount(new CaptureBar(), {disabled: true});

    await expect.element(button('Record')).toBeDisabled();
    await expect.element(button('Take a snapshot')).toBeDisabled();
  });

  it('can stop a recording though the picture is gone', async () => {
    await mount(new CaptureBar(), {disabled: true, recording: at('recording')});

    await expect.element(button('Stop recording')).toBeEnabled();
  });

  it('starts no other recording while one is being saved', async () => {
    await mount(new CaptureBar(), {recording: at('finishing')});

    await expect.element(button('Record')).toBeDisabled();
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new CaptureBar()));
    await expectAccessible(await mount(new CaptureBar(), {recording: at('recording')}));
  });
});
