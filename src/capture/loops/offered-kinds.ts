import {pickVideoEncoding} from '../recording/video-encoding.ts';
import type {LoopKind} from './encode-loop.ts';
import {LONG_SIDE} from './rolling-memory.ts';

/** The largest loop there is. */
const LARGEST = {
  picture: {canvas: {width: LONG_SIDE, height: LONG_SIDE}},
  frameRate: 15,
  bitsPerSecond: 1e6,
};

/** What this browser can make: of videos MP4, or WebM where it has no other. */
export async function offeredKinds(): Promise<LoopKind[]> {
  const [video, hasWebp] = await Promise.all([pickVideoEncoding(LARGEST), encodesWebp()]);
  return ['gif', ...(hasWebp ? (['webp'] as const) : []), ...(video ? [video.container] : [])];
}

/** Browsers that cannot give a PNG instead. */
async function encodesWebp(): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/webp');
  });
  return blob?.type === 'image/webp';
}
