import {PlainError} from './plain-error.ts';

/** Sentences for people, by the name of the error and its code: what is wrong and what to do. */
const SENTENCES: Record<string, string> = {
  'SourceError/insecure':
    'Browsers offer the camera on https:// pages and on localhost only. Open Pastiche there.',
  'SourceError/denied':
    'The camera is blocked. Allow it in the browser’s address bar, then press “Start camera” again.',
  'SourceError/missing': 'No camera was found. Plug one in and press “Start camera” again.',
  'SourceError/in-use':
    'The camera gives no picture. Close other programs that use it, then try again.',
  'SourceError/unsupported': 'This browser cannot open a camera. Try a newer one.',
  'SourceError/unloaded':
    'What the camera needs could not be loaded. Check the connection and press “Start camera” again.',
  'SourceError/unreadable':
    'This file is neither a picture nor a video that your browser can read. Try a JPEG, PNG or MP4.',
  'SourceError/empty': 'This file is empty. Choose another one.',
  'SourceError/unreachable':
    'The picture or video at that address cannot be used here: it is missing, or its site does ' +
    'not allow it. Save it and open the file instead.',

  'GpuUnsupportedError/webgl2':
    'Painting needs WebGL 2, which this browser does not offer. Turn on hardware acceleration in ' +
    'its settings, or try another browser.',
  'GpuUnsupportedError/float-targets':
    'This graphics card cannot draw to float textures, which painting needs. Try another device.',
  WeightsError:
    'The network’s weights could not be loaded or are damaged. Check the connection and reload the page.',

  'CaptureError/unsupported':
    'This browser cannot record here. Try another browser, or a smaller working size.',
  'CaptureError/unloaded':
    'What recording needs could not be loaded. Check the connection and try again.',
  'CaptureError/no-frames': 'Nothing was painted while recording, so there is no clip.',
  'CaptureError/encoder-failed':
    'The video encoder stopped. What was recorded up to then is among your clips.',
  'CaptureError/full':
    'The recording reached its largest size and was ended. It is among your clips.',
  'CaptureError/picture-failed': 'The picture could not be saved. Try again.',
  'CaptureError/share-failed': 'The clip could not be shared. Download it instead.',
  'CaptureError/microphone-insecure':
    'Browsers offer the microphone on https:// pages and on localhost only. Recording goes on without sound.',
  'CaptureError/microphone-denied':
    'The microphone is blocked, so this recording has no sound. Allow it in the browser’s address bar.',
  'CaptureError/microphone-missing': 'No microphone was found, so this recording has no sound.',
  'CaptureError/microphone-busy':
    'The microphone gives no sound: another program may hold it. This recording has none.',
};

const UNEXPECTED = 'Something went wrong. Reload the page if it does not mend itself.';

/** What a person is told of an error, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return UNEXPECTED;
  if (error instanceof PlainError) return error.message;
  const {name, problem, lacks, code} = error as Error & Record<string, unknown>;
  const detail = [problem, lacks, code].find((value) => typeof value === 'string');
  return SENTENCES[`${name}/${String(detail)}`] ?? SENTENCES[name] ?? UNEXPECTED;
}
