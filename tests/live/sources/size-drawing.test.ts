import {expect, it} from 'vitest';
import {sizeDrawing} from '../../../src/live/sources/size-drawing.ts';

it.each([
  ['', '1024', '1024'],
  ['viewBox="0 0 20 10"', '1024', '512'],
  ['viewBox="-5,-5,20,10" width="100%"', '1024', '512'],
  ['width="16" height="16" viewBox="0 0 10 10"', '1024', '1024'],
  ["width='40px' height='20px'", '1024', '512'],
  ['width="2in" height="96"', '1024', '512'],
  ['width="1600" height="800"', '1600', '800'],
  ['width="1e6" height="5e5"', '4096', '2048'],
])('gives <svg %s> a size of its own: %s × %s', (attributes, width, height) => {
  const sized = sizeDrawing(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`);

  expect(/ width="([^"]*)"/.exec(sized)?.[1]).toBe(width);
  expect(/ height="([^"]*)"/.exec(sized)?.[1]).toBe(height);
});

it('keeps the contents in proportion where there is no view box', () => {
  expect(sizeDrawing('<svg width="40" height="20"/>')).toContain('viewBox="0 0 40 20"');
});

it('takes sizes out of the style, and leaves the rest of it', () => {
  const sized = sizeDrawing(
    '<svg viewBox="0 0 2 1" style="max-width: 9px; color: red;width:1px"/>',
  );

  expect(sized).toContain('color: red');
  expect(sized).not.toMatch(/9px|1px/);
});

it('passes over comments, prefixes and entities, and changes nothing else', () => {
  const before = '<!DOCTYPE svg [<!ENTITY n "x">]><!-- <svg width="7"> -->';
  const sized = sizeDrawing(`${before}<s:svg xmlns:s="&n;" viewBox="0 0 1 1"><s:g/></s:svg>`);

  expect(sized.startsWith(`${before}<s:svg xmlns:s="&n;" viewBox="0 0 1 1" width="1024"`)).toBe(
    true,
  );
  expect(sized.endsWith('><s:g/></s:svg>')).toBe(true);
});

it('gives back what is no drawing', () => {
  expect(sizeDrawing('Dear diary')).toBe('Dear diary');
});
