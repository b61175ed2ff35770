import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {FilmBar} from '../../../src/ui/stage/film-bar.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const PLAYING = {
  playing: true,
  timeMs: 61_000,
  durationMs: 600_000,
  rate: 1,
  loops: true,
  sounds: false,
};

const button = (name: string) => page.getByRole('button', {name, exact: true});

describe('<film-bar>', () => {
  it('says where the film is', async () => {
    await mount(new FilmBar(), {film: PLAYING});

    const place = page.getByRole('slider', {name: 'Place in the film'});
    await expect.element(place).toHaveAttribute('aria-valuetext', '1:01 of 10:00');
    await expect.element(page.getByText('1:01 / 10:00')).toBeVisible();
  });

  it('tells what to do', async () => {
    const bar = await mount(new FilmBar(), {film: PLAYING});
    const commands = heard(bar, 'film-control');

    await button('Pause').click();
    await button('A frame back').click();
    await button('A frame on').click();
    await button('Begin anew at the end').click();
    await button('Sound of the film').click();
    await page.getByRole('combobox', {name: 'Speed'}).selectOptions('0.5×');
    bar.film = {...PLAYING, playing: false};
    await button('Play').click();

    expect(commands).toEqual([
      {set: {playing: false}},
      {step: -1},
      {step: 1},
      {set: {loops: false}},
      {set: {sounds: true}},
      {set: {rate: 0.5}},
      {set: {playing: true}},
    ]);
  });

  it('goes to a place by the slider', async () => {
    const commands = heard(await mount(new FilmBar(), {film: PLAYING}), 'film-control');

    await page.getByRole('slider', {name: 'Place in the film'}).fill('300000');

    expect(commands).toEqual([{set: {timeMs: 300_000}}]);
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new FilmBar(), {film: PLAYING}));
  });
});
