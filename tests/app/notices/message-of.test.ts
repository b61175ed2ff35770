import {describe, expect, it} from 'vitest';
import {AppError} from '../../../src/app/notices/app-error.ts';
import {messageOf} from '../../../src/app/notices/message-of.ts';
import {CaptureError, type CaptureErrorCode} from '../../../src/capture/capture-error.ts';
import {GpuUnsupportedError} from '../../../src/gpu/webgl/tools/gl-context.ts';
import {SourceError, type SourceProblem} from '../../../src/live/sources/source-error.ts';
import {WeightsError} from '../../../src/network/weights.ts';
import {sentence} from '../../../src/words/say.ts';

/** What is said of an error nobody has thought of. */
const UNEXPECTED = sentenceOf(new Error('Broken by the test.'));

// Records rather than lists: the compiler sees to it that none is missing.
const SOURCE_PROBLEMS: Record<SourceProblem, true> = {
  insecure: true,
  denied: true,
  missing: true,
  'in-use': true,
  unsupported: true,
  'no-screen': true,
  unloaded: true,
  unreadable: true,
  empty: true,
  unreachable: true,
  slow: true,
  'too-large': true,
  'no-picture': true,
  codec: true,
  film: true,
  tainted: true,
  muted: true,
  format: true,
};
/** `disposed` is a mistake in the program, which no sentence helps a person with. */
const CAPTURE_CODES: Record<Exclude<CaptureErrorCode, 'disposed'>, true> = {
  unsupported: true,
  unloaded: true,
  'no-frames': true,
  'encoder-failed': true,
  unfinished: true,
  full: true,
  'disk-failed': true,
  'picture-failed': true,
  'picture-too-large': true,
  'picture-format': true,
  'share-failed': true,
  'microphone-insecure': true,
  'microphone-denied': true,
  'microphone-missing': true,
  'microphone-busy': true,
  'microphone-unanswered': true,
  'microphone-gone': true,
  'microphone-failed': true,
};
const GPU_LACKS: Record<GpuUnsupportedError['lacks'], true> = {
  webgl2: true,
  'float-targets': true,
};

const errors: [string, Error][] = [
  ...keysOf(SOURCE_PROBLEMS).map((problem): [string, Error] => [
    problem,
    new SourceError(problem, 'For developers.'),
  ]),
  ...keysOf(CAPTURE_CODES).map((code): [string, Error] => [
    code,
    new CaptureError(code, 'For developers.'),
  ]),
  ...keysOf(GPU_LACKS).map((lacks): [string, Error] => [lacks, new GpuUnsupportedError(lacks)]),
  ['weights', new WeightsError('For developers.')],
  ['context', Object.assign(new Error('For developers.'), {name: 'ContextLostError'})],
];

describe.each(errors)('%s', (_, error) => {
  it('has a sentence that is not the developer’s and not the one for everything', () => {
    const said = sentenceOf(error);

    expect(said).not.toBe(UNEXPECTED);
    expect(said).not.toContain(error.message);
    expect(said).toMatch(/^[A-Z].*\.$/);
    expect(said.length).toBeGreaterThan(20);
  });
});

it('has another sentence for each', () => {
  expect(new Set(errors.map(([, error]) => sentenceOf(error))).size).toBe(errors.length);
});

it('says what an error of the app says', () => {
  expect(sentenceOf(new AppError({key: 'source.only-camera'}))).toBe(
    'There is only one camera to choose.',
  );
});

it.each([
  undefined,
  null,
  'text',
  7,
  {},
  new TypeError('x is not a function'),
  new DOMException('Denied by the test.', 'NotAllowedError'),
  new SourceError('new-problem' as SourceProblem, 'For developers.'),
])('shows no technical words for %o', (thrown) => {
  expect(sentenceOf(thrown)).toBe(UNEXPECTED);
  expect(UNEXPECTED).toMatch(/Reload/);
});

function keysOf<Key extends string>(record: Record<Key, true>): Key[] {
  return Object.keys(record) as Key[];
}

function sentenceOf(thrown: unknown): string {
  return sentence(messageOf(thrown));
}
