import type {FrameSource} from '../frame-source.ts';
import {onDisplayFrame} from '../video-frames.ts';
import {drawDemoBackground, drawDemoScene} from './demo-scene.ts';

/** Long and short side of the scene, in pixels. */
const LONG_SIDE = 960;
const SHORT_SIDE = 720;

/**
 * The built-in animated scene, so that there is a moving picture without a camera and without a
 * question: a figure in front of a landscape, drawn by code. It stands upright on upright screens.
 */
export function openDemo(portrait: boolean): FrameSource {
  const width = portrait ? SHORT_SIDE : LONG_SIDE;
  const height = portrait ? LONG_SIDE : SHORT_SIDE;
  const image = Object.assign(document.createElement('canvas'), {width, height});
  const context = image.getContext('2d', {alpha: false});
  if (!context) throw new Error('Expected a 2D canvas for the demo scene, but there is none.');
  const background = drawDemoBackground(width, height);
  let stop: (() => void) | undefined;

  return {
    kind: 'demo',
    title: 'Demo',
    facesPerson: false,
    size: () => ({width, height}),
    onFrame(listener) {
      stop?.();
      stop = onDisplayFrame(listener);
      return stop;
    },
    frame(timeMs) {
      drawDemoScene(context, background, timeMs / 1000);
      return {image, size: {width, height}, timeMs, close() {}};
    },
    onHealth: () => () => {},
    resume() {},
    close: () => stop?.(),
  };
}
