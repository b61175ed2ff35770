import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {KeepProblem, OfflineState} from '../../../src/app/offline/offline-state.ts';
import {OfflineRow} from '../../../src/ui/settings/offline-row.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const SOME: OfflineState = {
  kept: {files: 60, bytes: 4_200_000, allFiles: 304, allBytes: 35_000_000},
  keeping: false,
  problem: null,
};
const ALL: OfflineState = {
  ...SOME,
  kept: {files: 304, bytes: 35_000_000, allFiles: 304, allBytes: 35_000_000},
};

const show = (offline: OfflineState) => mount(new OfflineRow(), {offline});

describe('<offline-row>', () => {
  it('shows nothing where nothing can be kept', async () => {
    const row = await show({...SOME, kept: null});

    expect(row.renderRoot.textContent.trim()).toBe('');
  });

  it('offers to keep all, and says how much that is', async () => {
    const told = heard(await show(SOME), 'offline-order');

    await expect.element(page.getByText('All the rest takes 30.8 MB')).toBeVisible();
    await page.getByRole('button', {name: 'Keep all'}).click();

    expect(told).toEqual(['keepAll']);
  });

  it('shows how far it is, and can be stopped', async () => {
    const told = heard(await show({...SOME, keeping: true}), 'offline-order');

    await expect.element(page.getByText('60 of 304 files, 4.2 MB of 35.0 MB')).toBeVisible();
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '12');
    await page.getByRole('button', {name: 'Stop'}).click();

    expect(told).toEqual(['stop']);
  });

  it('says when all is kept, and offers nothing more', async () => {
    await show(ALL);

    await expect.element(page.getByText(/^All is kept/)).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it.each([
    [
      {why: 'no-room', needed: 30_800_000, free: 12_000_000},
      /30.8 MB are still to come, and your browser keeps 12.0 MB more/,
    ],
    [{why: 'full'}, /keeps no more/],
    [{why: 'unreachable'}, /The connection broke off. What has come is kept/],
    [{why: 'lost', count: 3}, /3 could not be had/],
  ] satisfies [KeepProblem, RegExp][])('says what to do about %o', async (problem, sentence) => {
    await show({...SOME, problem});

    await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
    await expect.element(page.getByRole('button', {name: 'Keep all'})).toBeVisible();
  });

  it.each([
    ['some', SOME],
    ['all', ALL],
    ['more and more', {...SOME, keeping: true}],
    ['too little', {...SOME, problem: {why: 'full'}}],
  ] satisfies [string, OfflineState][])('is accessible where %s is kept', async (_, offline) => {
    await expectAccessible(await show(offline));
  });
});
