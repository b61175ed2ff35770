import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {BackupRow} from '../../../src/ui/settings/backup-row.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

describe('<backup-row>', () => {
  it('saves, and opens a file', async () => {
    const told = heard(await mount(new BackupRow()), 'backup');
    const file = new File(['all'], 'all.pastiche');

    await page.getByRole('button', {name: 'Save as a file'}).click();
    await page.getByLabelText('Open such a file').last().upload(file);

    expect(told[0]).toBeNull();
    expect(told[1]?.name).toBe('all.pastiche');
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new BackupRow()));
  });
});
