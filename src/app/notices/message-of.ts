import type {CaptureErrorCode} from '../../capture/capture-error.ts';
import type {GpuUnsupportedError} from '../../gpu/webgl/tools/gl-context.ts';
import type {SourceProblem} from '../../live/sources/source-error.ts';
import type {Message, PlainKey} from '../../words/message.ts';
import {AppError} from './app-error.ts';

/**
 * What is said of the errors of the rooms below, by the name of the error and its code. They know
 * codes only; that none is without a sentence is seen to by the compiler.
 */
const KEYS: {
  SourceError: Record<SourceProblem, PlainKey>;
  // `disposed` is a mistake in the program, which no sentence helps a person with.
  CaptureError: Record<Exclude<CaptureErrorCode, 'disposed'>, PlainKey>;
  GpuUnsupportedError: Record<GpuUnsupportedError['lacks'], PlainKey>;
} = {
  SourceError: {
    insecure: 'source.insecure',
    denied: 'source.denied',
    missing: 'source.missing',
    'in-use': 'source.in-use',
    muted: 'source.muted',
    unsupported: 'source.unsupported',
    'no-screen': 'source.no-screen',
    unloaded: 'source.unloaded',
    unreadable: 'source.unreadable',
    empty: 'source.empty',
    unreachable: 'source.unreachable',
    slow: 'source.slow',
    'too-large': 'source.too-large',
    'no-picture': 'source.no-picture',
    format: 'source.format',
    codec: 'source.codec',
    film: 'source.film',
    tainted: 'source.tainted',
  },
  CaptureError: {
    unsupported: 'capture.unsupported',
    unloaded: 'capture.unloaded',
    'no-frames': 'capture.no-frames',
    'encoder-failed': 'capture.encoder-failed',
    unfinished: 'capture.unfinished',
    full: 'capture.full',
    'disk-failed': 'capture.disk-failed',
    'picture-failed': 'capture.picture-failed',
    'picture-too-large': 'capture.picture-too-large',
    'picture-format': 'capture.picture-format',
    'share-failed': 'capture.share-failed',
    'microphone-insecure': 'capture.microphone-insecure',
    'microphone-denied': 'capture.microphone-denied',
    'microphone-missing': 'capture.microphone-missing',
    'microphone-busy': 'capture.microphone-busy',
    'microphone-unanswered': 'capture.microphone-unanswered',
    'microphone-gone': 'capture.microphone-gone',
    'microphone-failed': 'capture.microphone-failed',
  },
  GpuUnsupportedError: {webgl2: 'gpu.webgl2', 'float-targets': 'gpu.float-targets'},
};

/** What is said of errors that have no codes. */
const WHOLE: Partial<Record<string, PlainKey>> = {
  WeightsError: 'network.damaged',
  ContextLostError: 'gpu.lost',
  PictureRefusedError: 'source.tainted',
  FitFailedError: 'learning.failed',
};

/** What a person is told of an error, whatever was thrown. */
export function messageOf(error: unknown): Message {
  if (error instanceof AppError) return error.told;
  if (!(error instanceof Error)) return {key: 'start.failed'};
  const {name, problem, lacks, code} = error as Error & Record<string, unknown>;
  const detail = [problem, lacks, code].find((value) => typeof value === 'string');
  const keys = (KEYS as Partial<Record<string, Partial<Record<string, PlainKey>>>>)[name];
  return {key: keys?.[String(detail)] ?? WHOLE[name] ?? 'start.failed'};
}
