import {expect, it} from 'vitest';
import {loadPart} from '../../src/app/load-part.ts';
import {AppError} from '../../src/app/notices/app-error.ts';

it('gives the part that comes', async () => {
  await expect(loadPart(Promise.resolve({paint: 1}))).resolves.toEqual({paint: 1});
});

it('says that the page is to be loaded anew where a part is gone, or never comes', async () => {
  const unloaded = new AppError({key: 'start.unloaded'});

  await expect(loadPart(Promise.reject(new TypeError('Gone.')))).rejects.toEqual(unloaded);
  await expect(loadPart(new Promise(() => {}), 5)).rejects.toEqual(unloaded);
});
