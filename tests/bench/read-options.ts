import {parseArgs} from 'node:util';
import {FRAME_STEP, type Size} from '../../src/gpu/size.ts';
import {shippedArchitecture} from '../toy-architecture.ts';
import type {BrowserChoice} from './open-bench-browser.ts';
import type {NetworkChoice} from './open-network.ts';

/** What to measure, in which browser, and where to write it. */
export type BenchOptions = {
  networks: NetworkChoice[];
  sizes: Size[];
  stylizers: string[];
  turns: number;
  browser: BrowserChoice;
  jsonFile?: string;
  help: boolean;
};

/** What `--help` prints. */
export const USAGE = `npm run bench -- [options]

Prints what a frame of a network takes on this machine, as a Markdown table. A frame is the
stylizer's render and showing its painting. Options marked * may be repeated.

  --model NAME *         a network of models/ (default swift)
  --random NAME:WIDTH *  a network with random weights, such as vgg19:0.25; vgg19 alone is full width
  --size WxH *           in multiples of 16 (default 256x256)
  --stylizer NAME *      default graph and fused, which take turns; all are compared with the first
  --frames N             samples of each (default 20); one is a frame, or as many as take 30 ms

  --chrome FILE          another Chromium than the one that runs the tests
  --chrome-arg=ARG *     an argument for it: --chrome-arg=--use-angle=vulkan asks for a GPU by Vulkan
  --headed               opens a window

  --json FILE            writes the result with every sample to a file
  --help                 prints this`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws with a sentence about the first argument that is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const {values} = parseArgs({
    args,
    options: {
      model: {type: 'string', multiple: true, default: []},
      random: {type: 'string', multiple: true, default: []},
      size: {type: 'string', multiple: true, default: ['256x256']},
      stylizer: {type: 'string', multiple: true, default: ['graph', 'fused']},
      frames: {type: 'string', default: '20'},
      chrome: {type: 'string'},
      'chrome-arg': {type: 'string', multiple: true, default: []},
      headed: {type: 'boolean', default: false},
      json: {type: 'string'},
      help: {type: 'boolean', default: false},
    },
  });
  const networks = [...values.model.map((model) => ({model})), ...values.random.map(readRandom)];
  return {
    networks: networks.length > 0 ? networks : [{model: 'swift'}],
    sizes: values.size.map(readSize),
    stylizers: values.stylizer,
    turns: readCount(values.frames),
    browser: {
      ...(values.chrome && {program: values.chrome}),
      args: values['chrome-arg'],
      headed: values.headed,
    },
    ...(values.json && {jsonFile: values.json}),
    help: values.help,
  };
}

function readRandom(text: string): NetworkChoice {
  const [, architecture = '', width] = /^([^:]+)(?::([\d.]+))?$/.exec(text) ?? [];
  if (!architecture || (width && !(Number(width) > 0))) {
    throw new Error(`Expected --random NAME:WIDTH, such as vgg19:0.25, but got "${text}".`);
  }
  const choice = {architecture, ...(width && {width: Number(width)})};
  // Says at once if there is none of that name.
  shippedArchitecture(choice.architecture, choice.width);
  return choice;
}

function readSize(text: string): Size {
  const [, width = 0, height = 0] = (/^(\d+)x(\d+)$/.exec(text) ?? []).map(Number);
  if (!width || !height || width % FRAME_STEP || height % FRAME_STEP) {
    throw new Error(`Expected --size WxH in multiples of ${FRAME_STEP}, but got "${text}".`);
  }
  return {width, height};
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`Expected --frames to be a whole number from 1, but got "${text}".`);
  }
  return count;
}
