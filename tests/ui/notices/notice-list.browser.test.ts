import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {Notice} from '../../../src/app/notices/notice.ts';
import {NoticeList} from '../../../src/ui/notices/notice-list.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const notices: Notice[] = [
  {id: 1, kind: 'info', message: {key: 'source.only-camera'}},
  {id: 2, kind: 'error', message: {key: 'source.empty'}},
  {id: 3, kind: 'info', message: {key: 'style.not-renamed'}},
];

describe('<notice-list>', () => {
  it('interrupts for errors and waits with the rest', async () => {
    await mount(new NoticeList(), {notices});

    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/^This file is empty. Choose another one.$/);
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent(
        'There is only one camera to choose. Only your own styles can be renamed.',
      );
  });

  it('keeps its live regions while there is nothing to say', async () => {
    const list = await mount(new NoticeList());
    const regions = [...list.renderRoot.querySelectorAll('[role]')];

    list.notices = notices;
    await list.updateComplete;

    expect(regions).toHaveLength(2);
    expect([...list.renderRoot.querySelectorAll('[role]')]).toEqual(regions);
  });

  it('dismisses', async () => {
    const dismissals = heard(await mount(new NoticeList(), {notices}), 'notice-dismiss');

    await page.getByRole('alert').getByRole('button', {name: 'Dismiss'}).click();

    expect(dismissals).toEqual([2]);
  });

  it('offers what can be done about it', async () => {
    const offer: Notice = {
      id: 4,
      kind: 'info',
      message: {key: 'update.ready'},
      action: 'update.now',
    };
    const acts = heard(await mount(new NoticeList(), {notices: [...notices, offer]}), 'notice-act');

    await page.getByRole('status').getByRole('button', {name: 'Update now'}).click();

    expect(acts).toEqual([4]);
    expect(page.getByRole('button', {name: 'Update now'}).elements()).toHaveLength(1);
  });

  it('is accessible', async () => {
    const offer: Notice = {...notices[0]!, id: 4, action: 'update.now'};
    await expectAccessible(await mount(new NoticeList(), {notices: [...notices, offer]}));
  });
});
