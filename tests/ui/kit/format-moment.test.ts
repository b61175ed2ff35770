import {expect, it} from 'vitest';
import {formatMoment} from '../../../src/ui/kit/format-moment.ts';

const NOW = new Date(2026, 10, 23, 18).getTime();

it('leaves out a day that is today', () => {
  const text = formatMoment(new Date(2026, 10, 23, 10, 15).getTime(), NOW);

  expect(text).toMatch(/10.15/);
  expect(text).not.toContain('2026');
});

it('says which day it was', () => {
  const text = formatMoment(new Date(2026, 10, 22, 10, 15).getTime(), NOW);

  expect(text).toMatch(/10.15/);
  expect(text).toMatch(/22/);
  expect(text).toContain('2026');
});
