import {afterEach, expect, it} from 'vitest';
import {repairAddress} from '../../../src/app/page/repair-address.ts';

const address = location.href;

afterEach(() => {
  history.replaceState(history.state, '', address);
});

it.each([
  ['?alpha=80%', '?alpha=80%25'],
  ['?style=mosaic&utm_campaign=100%', '?style=mosaic&utm_campaign=100%25'],
  ['?%=%&size=%ZZ', '?%25=%25&size=%25ZZ'],
])('makes %s one that can be decoded: %s', (broken, mended) => {
  history.replaceState(history.state, '', `${broken}#here`);
  repairAddress();

  expect(location.search).toBe(mended);
  expect(location.hash).toBe('#here');
});

it('leaves out bytes that are no text', () => {
  history.replaceState(history.state, '', '?style=%E0%A4%A&size=48');
  repairAddress();

  expect(() => decodeURIComponent(location.search)).not.toThrow();
  expect(new URLSearchParams(location.search).get('size')).toBe('48');
});

it('leaves an address alone that can be', () => {
  history.replaceState(history.state, '', '?style=a:1,b:2&source=https://example.org/%20a.png');
  repairAddress();

  expect(location.search).toBe('?style=a:1,b:2&source=https://example.org/%20a.png');
});
