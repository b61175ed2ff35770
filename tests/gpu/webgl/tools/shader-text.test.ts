import {expect, it} from 'vitest';
import {shaderText} from '../../../../src/gpu/webgl/tools/shader-text.ts';

it('starts with the version, then says what is defined, then the parts', () => {
  const lines = shaderText({STEP: 2, POOL: true, ADDED: false}, ['part one', 'part two']).split(
    '\n',
  );
  expect(lines.slice(0, 3)).toEqual(['#version 300 es', '#define STEP 2', '#define POOL']);
  expect(lines.slice(-2)).toEqual(['part one', 'part two']);
  expect(lines.join()).not.toContain('ADDED');
});

it.each(['float', 'int', 'sampler2D', 'sampler2DArray'])(
  'asks for full precision of every %s, which phones would halve',
  (type) => {
    expect(shaderText({}, [])).toContain(`precision highp ${type};`);
  },
);
