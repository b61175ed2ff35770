import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {ExportJob} from '../../../src/app/exports/exports-state.ts';
import {JobList} from '../../../src/ui/captures/job-list.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const RUNNING: ExportJob = {
  id: 'export-1',
  kind: 'film',
  name: 'holiday.mp4',
  phase: 'running',
  done: 0.256,
  leftMs: 65_000,
  about: null,
};

describe('<job-list>', () => {
  it('says how far each is, and what is left', async () => {
    const waiting: ExportJob = {...RUNNING, id: 'export-2', name: 'next.mp4', phase: 'waiting'};
    const paused: ExportJob = {...RUNNING, id: 'export-3', phase: 'paused', leftMs: null};
    await mount(new JobList(), {jobs: [RUNNING, waiting, paused]});

    const texts = page
      .getByRole('listitem')
      .elements()
      .map(({textContent}) => textContent?.replace(/\s+/g, ' ').trim());
    expect(texts).toEqual([
      'holiday.mp4 25 %, 1:05 left',
      'next.mp4 Waits its turn',
      'holiday.mp4 25 %, paused',
    ]);
    const bar = page.getByRole('progressbar').elements()[0] as HTMLProgressElement;
    expect(bar.value).toBeCloseTo(0.256);
  });

  it('pauses, resumes and cancels', async () => {
    const list = await mount(new JobList(), {jobs: [RUNNING]});
    const commands = heard(list, 'job');

    await page.getByRole('button', {name: 'Pause holiday.mp4'}).click();
    list.jobs = [{...RUNNING, phase: 'paused'}];
    await page.getByRole('button', {name: 'Resume holiday.mp4'}).click();
    await page.getByRole('button', {name: 'Cancel holiday.mp4'}).click();

    expect(commands).toEqual([
      {do: 'pause', id: 'export-1'},
      {do: 'resume', id: 'export-1'},
      {do: 'cancel', id: 'export-1'},
    ]);
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new JobList(), {jobs: [RUNNING]}));
  });
});
