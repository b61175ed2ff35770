import {describe, expect, it} from 'vitest';
import {edgeKey, USUAL_EDGE} from '../../../src/app/look/edge-key.ts';

const read = (text: string) => edgeKey.address.read(text, undefined as never);

describe('the edge of persons', () => {
  it('stands in the address if it is not the usual one', () => {
    expect(edgeKey.address.write(USUAL_EDGE)).toBeUndefined();
    expect(edgeKey.address.write({threshold: 0.4, feather: 0.123})).toBe('0.4:0.12');
    expect(read('0.4:0.1')).toEqual({value: {threshold: 0.4, feather: 0.1}});
    expect(read('0.4')).toEqual({value: {...USUAL_EDGE, threshold: 0.4}});
  });

  it.each(['', ':', 'x', '2', '-1', '0.5:', '0.5:0.9', '0.5:x'])(
    'cannot be read from “%s”',
    (text) => {
      expect(read(text)).toEqual({problems: [{key: 'address.edge', values: {text}}]});
    },
  );

  it.each([null, {}, {threshold: NaN, feather: 0}, {threshold: 0.5}, {threshold: 0.5, feather: 1}])(
    'is refused as %o',
    (value) => {
      expect(edgeKey.check(value)).toEqual({key: 'look.edge'});
    },
  );
});
