import {describe, expect, it} from 'vitest';
import {answerRange, readRange} from '../../src/offline/byte-range.ts';

describe('readRange', () => {
  it.each([
    ['bytes=0-', {first: 0, last: 9}],
    ['bytes=4-', {first: 4, last: 9}],
    ['bytes=2-5', {first: 2, last: 5}],
    ['bytes=2-2', {first: 2, last: 2}],
    ['bytes=8-99', {first: 8, last: 9}],
    ['bytes=-3', {first: 7, last: 9}],
    ['bytes=-99', {first: 0, last: 9}],
  ])('reads %s of ten bytes', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });

  it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])(
    'finds no part in %s of ten bytes',
    (header) => {
      expect(readRange(header, 10)).toBeNull();
    },
  );

  it.each(['bytes=-', 'bytes=1-2,4-5', 'bytes=5-2', 'lines=1-2', ''])(
    'takes “%s” for the whole file',
    (header) => {
      expect(readRange(header, 10)).toBeUndefined();
    },
  );
});

describe('answerRange', () => {
  const film = () =>
    new Response('0123456789', {headers: {'Content-Type': 'video/webm', 'X-Kept': 'yes'}});

  it('gives a part, and says of what', async () => {
    const part = await answerRange(film(), 'bytes=2-5');

    expect(part.status).toBe(206);
    expect(await part.text()).toBe('2345');
    expect(Object.fromEntries(part.headers)).toEqual({
      'accept-ranges': 'bytes',
      'content-length': '4',
      'content-range': 'bytes 2-5/10',
      'content-type': 'video/webm',
      'x-kept': 'yes',
    });
  });

  it('gives the whole film where that is what is asked for', async () => {
    const whole = await answerRange(film(), 'bytes=1-2,4-5');

    expect(whole.status).toBe(200);
    expect(whole.headers.get('Content-Type')).toBe('video/webm');
    expect(await whole.text()).toBe('0123456789');
  });

  it('says how long the film is where there is no such part', async () => {
    const none = await answerRange(film(), 'bytes=10-');

    expect(none.status).toBe(416);
    expect(none.headers.get('Content-Range')).toBe('bytes */10');
    expect(await none.text()).toBe('');
  });
});
