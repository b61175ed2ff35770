import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {brushFilesOf} from '../../../src/app/networks/brush-catalogue.ts';
import {gallery} from '../../../src/app/styles/gallery.ts';
import {STROKE_SIDES} from '../../../src/app/styles/stroke.ts';
import type {BrushManifest} from '../../../src/network/load-brushes.ts';
import type {Manifest} from '../../../src/network/weights.ts';

const fits = ['swift', 'swift-lite', 'swift-hd'].flatMap((network) =>
  Object.values(STROKE_SIDES).map((side) => [network, side] as const),
);
const styles = gallery.map(({id}) => id).sort();

describe.each(fits)('the brushes of %s at %i px', (network, side) => {
  const folder = new URL(`../../../models/${network}/`, import.meta.url);
  const manifest = readJson<BrushManifest & {side: number}>(`brushes/${side}/brushes.json`);

  function readJson<Kind>(path: string): Kind {
    return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Kind;
  }

  it('are of all styles of the gallery', () => {
    expect(manifest.side).toBe(side);
    expect([...brushFilesOf(network, side)!.urls.keys()].sort()).toEqual(styles);
    expect(Object.keys(manifest.brushes).sort()).toEqual(styles);
  });

  it('belong to the weights beside them', () => {
    expect(manifest.network_sha256).toBe(readJson<Manifest>('manifest.json').sha256);
  });

  it('have their beginnings in one file', () => {
    const sketches = readFileSync(new URL(`brushes/${side}/sketches.bin`, folder));
    const sketchSize = sketches.length / styles.length;

    expect(createHash('sha256').update(sketches).digest('hex')).toBe(manifest.sketches);
    for (const [index, style] of styles.entries()) {
      const brush = readFileSync(new URL(`brushes/${side}/${style}.bin`, folder));
      const sketch = sketches.subarray(index * sketchSize, (index + 1) * sketchSize);
      expect(sketch.equals(brush.subarray(0, sketchSize)), style).toBe(true);
    }
  });

  it.each(styles)('are what the manifest says: %s', (style) => {
    const bytes = readFileSync(new URL(`brushes/${side}/${style}.bin`, folder));

    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.brushes[style]);
  });
});

it('has none of a network that nothing was fitted for', () => {
  expect(brushFilesOf('none-such', 512)).toBeUndefined();
  expect(brushFilesOf('swift', 100)).toBeUndefined();
});
