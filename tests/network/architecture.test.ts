import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {architectureOf} from '../../src/network/architecture.ts';
import type {Manifest} from '../../src/network/weights.ts';
import {SHIPPED_LEVELS} from '../toy-architecture.ts';

describe('the levels of swift', () => {
  it('are those that the caller names, from the finest to the coarsest', () => {
    const {levels, encoder} = architectureOf('swift', undefined, ['f4', 'f1', 'f3']);

    expect(levels).toEqual(['f1', 'f3', 'f4']);
    expect(encoder.flatMap(({level}) => level ?? [])).toEqual(levels);
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['unknown ones', ['f4', 'f9']],
    ['all but the eighth', ['f1', 'f2', 'f3']],
  ])('are not %s', (_, levels) => {
    expect(() => architectureOf('swift', undefined, levels)).toThrow('always f4');
  });

  it('are those of the networks that ship', () => {
    const folder = new URL('../../models/', import.meta.url);
    const manifests = readdirSync(folder)
      .filter((name) => name.startsWith('swift'))
      .map((name) => readFileSync(new URL(`${name}/manifest.json`, folder), 'utf8'));

    expect(manifests.length).toBeGreaterThan(1);
    for (const text of manifests) {
      expect((JSON.parse(text) as Manifest).levels).toEqual(SHIPPED_LEVELS);
    }
  });
});

it('knows the one level of vgg19, which may be named', () => {
  const unnamed = architectureOf('vgg19', undefined);

  expect(unnamed.levels).toEqual(['relu4_1']);
  expect(architectureOf('vgg19', undefined, ['relu4_1'])).toEqual(unnamed);
  expect(() => architectureOf('vgg19', undefined, ['f4'])).toThrow('relu4_1');
});
