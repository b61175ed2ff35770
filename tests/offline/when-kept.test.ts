import {expect, it} from 'vitest';
import {USUAL_STROKE} from '../../src/app/look/stroke-key.ts';
import {DEFAULT_NETWORK} from '../../src/app/networks/network-catalogue.ts';
import {FIRST_STYLE} from '../../src/app/styles/gallery.ts';
import {STROKE_SIDES} from '../../src/app/styles/stroke.ts';
import {FIRST, whenKept} from '../../src/offline/when-kept.ts';

it('knows what a first visit paints with', () => {
  expect(FIRST).toEqual({
    network: DEFAULT_NETWORK,
    style: FIRST_STYLE,
    side: STROKE_SIDES[USUAL_STROKE],
  });
});

it.each([
  ['', ''],
  ['assets/index-a.js', ''],
  ['assets/timer.worker-a.js', ''],
  ['assets/index-a.css', 'src/ui/page.css'],
  ['assets/manifest-a.json', 'models/swift/manifest.json'],
  ['assets/weights-a.bin', 'models/swift/weights.bin'],
  ['assets/brushes-a.json', 'models/swift/brushes/512/brushes.json'],
  ['assets/sketches-a.bin', 'models/swift/brushes/512/sketches.bin'],
  ['assets/swirling-impasto-a.bin', 'models/swift/brushes/512/swirling-impasto.bin'],
  ['assets/poster-a.jpg', 'demo/poster.jpg'],
])('keeps %s (%s) first', (path, source) => {
  expect(whenKept(path, source)).toBe('first');
});

it.each([
  ['icon-192.png', ''],
  ['icon-touch-180.png', ''],
  ['manifest.webmanifest', ''],
  ['assets/icon-a.svg', 'src/ui/icon.svg'],
  ['assets/thumbnail-a.webp', 'styles-gallery/mosaic/thumbnail.webp'],
  ['assets/film-a.webm', 'demo/film.webm'],
  ['assets/selfie-a.bin', 'models/selfie/selfie.bin'],
  ['assets/selfie-a.json', 'models/selfie/selfie.json'],
  ['assets/sketches-b.bin', 'models/swift/brushes/256/sketches.bin'],
])('keeps %s (%s) soon', (path, source) => {
  expect(whenKept(path, source)).toBe('soon');
});

it.each([
  ['assets/weights-b.bin', 'models/swift-hd/weights.bin'],
  ['assets/weights-c.bin', 'models/swift-lite/weights.bin'],
  ['assets/swirling-impasto-b.bin', 'models/swift/brushes/256/swirling-impasto.bin'],
  ['assets/swirling-impasto-c.bin', 'models/swift-hd/brushes/512/swirling-impasto.bin'],
  ['assets/mosaic-a.bin', 'models/swift/brushes/512/mosaic.bin'],
  ['assets/image-a.jpg', 'styles-gallery/mosaic/image.jpg'],
  ['assets/loss-lite-a.bin', 'models/loss-lite/loss-lite.bin'],
  ['assets/film-a.mp4', 'demo/film.mp4'],
])('keeps %s (%s) once it is used', (path, source) => {
  expect(whenKept(path, source)).toBe('used');
});
