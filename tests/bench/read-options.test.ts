import {expect, it} from 'vitest';
import {readOptions} from './read-options.ts';

it('measures swift at 256×256 with graph and fused unless told otherwise', () => {
  expect(readOptions([])).toEqual({
    networks: [{model: 'swift'}],
    sizes: [{width: 256, height: 256}],
    stylizers: ['graph', 'fused'],
    turns: 20,
    browser: {args: [], headed: false},
    help: false,
  });
});

it('takes several networks, sizes, stylizers and browser arguments', () => {
  const line =
    '--model swift --random vgg19:0.25 --random swift --size 64x64 --size 384x288 ' +
    '--stylizer graph --stylizer graph --frames 10 --json result.json --headed ' +
    '--chrome chromium --chrome-arg=--use-angle=vulkan --chrome-arg=--enable-gpu';

  expect(readOptions(line.split(' '))).toEqual({
    networks: [{model: 'swift'}, {architecture: 'vgg19', width: 0.25}, {architecture: 'swift'}],
    sizes: [
      {width: 64, height: 64},
      {width: 384, height: 288},
    ],
    stylizers: ['graph', 'graph'],
    turns: 10,
    browser: {program: 'chromium', args: ['--use-angle=vulkan', '--enable-gpu'], headed: true},
    jsonFile: 'result.json',
    help: false,
  });
});

it.each([
  ['--size=64', 'Expected --size WxH in multiples of 16, but got "64".'],
  ['--size=64x60', 'Expected --size WxH in multiples of 16, but got "64x60".'],
  ['--size=0x64', 'Expected --size WxH in multiples of 16, but got "0x64".'],
  ['--frames=0', 'Expected --frames to be a whole number from 1, but got "0".'],
  ['--frames=many', 'Expected --frames to be a whole number from 1, but got "many".'],
  ['--random=vgg19:', 'Expected --random NAME:WIDTH, such as vgg19:0.25, but got "vgg19:".'],
  ['--random=vgg19:0', 'Expected --random NAME:WIDTH, such as vgg19:0.25, but got "vgg19:0".'],
  ['--random=vgg16', 'Expected an architecture of swift and vgg19, but got "vgg16".'],
  ['--wide', "Unknown option '--wide'"],
])('says what is wrong with %s', (argument, sentence) => {
  expect(() => readOptions([argument])).toThrow(sentence);
});
