import {afterEach, expect, it} from 'vitest';
import {isShutOut} from '../../../src/app/sources/is-shut-out.ts';
import {lockPage} from '../../../src/lock.ts';

const HERE = new URL('picture.png', location.href);
const NAMED = new URL('https://named.example/picture.png');
const OTHER = new URL('https://named.example.org/picture.png');

afterEach(() => {
  document.querySelector('meta[content^="img-src"]')?.remove();
});

it("is true of every site but the page's own and the one that its address names", () => {
  lockPage(new URL(`?source=${encodeURIComponent(NAMED.href)}`, location.href));

  expect([HERE, NAMED, OTHER].map(isShutOut)).toEqual([false, false, true]);
  expect(isShutOut(new URL('blob:https://elsewhere.example/1'))).toBe(false);
});

it('is true of none where the page is not locked, as in development', () => {
  expect([HERE, NAMED, OTHER].map(isShutOut)).toEqual([false, false, false]);
});
