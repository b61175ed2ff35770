import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {LearningState} from '../../../src/app/learning/learning-state.ts';
import {LearnStyle} from '../../../src/ui/look/learn-style.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const NOTHING: LearningState = {
  learnt: null,
  replaced: false,
  style: null,
  share: 0,
  secondsLeft: null,
  waits: false,
  asksFirst: false,
};
const UNDER_WAY: LearningState = {...NOTHING, style: 'own-1', share: 0.4, secondsLeft: 75};

describe('<learn-style>', () => {
  it.each<[string, number]>([
    ['Learn this style', 0],
    ['Go on learning this style', 0.3],
  ])('offers: %s', async (name, learnt) => {
    const element = await mount(new LearnStyle(), {learning: {...NOTHING, learnt}});
    const asked = heard(element, 'learn-style');
    await page.getByRole('button', {name, exact: true}).click();

    expect(asked).toEqual(['on']);
    await expectAccessible(element);
  });

  it('offers what the style came with where a little was learnt in its place', async () => {
    const learning = {...NOTHING, learnt: 0.3, replaced: true};
    const asked = heard(await mount(new LearnStyle(), {learning}), 'learn-style');
    await page.getByRole('button', {name: 'As it came'}).click();

    expect(asked).toEqual(['given']);
  });

  it('asks, and says what it costs', async () => {
    const element = await mount(new LearnStyle(), {
      learning: {...NOTHING, learnt: 0},
      asked: true,
    });
    await expect.element(page.getByText('It paints truer once learnt')).toBeVisible();

    await expectAccessible(element);
  });

  it.each([
    [true, false, ['longer', 'stronger', 'broader']],
    [false, false, ['longer', 'stronger']],
    [false, true, ['longer', 'stronger', 'given']],
  ])('offers to learn on, if fine: %s, replaced: %s', async (fine, replaced, ways) => {
    const learning = {...NOTHING, learnt: 1, replaced};
    const element = await mount(new LearnStyle(), {learning, fine});
    const asked = heard(element, 'learn-style');
    const buttons = page.getByRole('group', {name: 'Learn on'}).getByRole('button');
    for (const button of buttons.all()) await button.click();

    expect(asked).toEqual(ways);
    await expectAccessible(element);
  });

  it('is not there where there is nothing to learn', async () => {
    const element = await mount(new LearnStyle(), {learning: NOTHING});

    expect(element.shadowRoot!.textContent.trim()).toBe('');
  });

  it('shows how far it is, and can be stopped', async () => {
    const element = await mount(new LearnStyle(), {learning: UNDER_WAY, styleTitle: 'My bark'});
    const stops = heard(element, 'stop-learning');
    const progress = page.getByRole('progressbar', {name: 'Learning “My bark”'});
    await expect.element(progress).toHaveAttribute('aria-valuenow', '40');
    await expect.element(page.getByText('1:15')).toBeVisible();
    await page.getByRole('button', {name: 'Stop'}).click();

    expect(stops).toHaveLength(1);
    await expectAccessible(element);
  });

  it('tells what it waits for', async () => {
    await mount(new LearnStyle(), {learning: {...UNDER_WAY, waits: true}, styleTitle: 'My bark'});

    await expect.element(page.getByText('after the recording')).toBeVisible();
  });

  it('says a share where the time is not known', async () => {
    await mount(new LearnStyle(), {learning: {...UNDER_WAY, secondsLeft: null}});

    await expect.element(page.getByText('40 %')).toBeVisible();
  });
});
