import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {brushFilesOf} from '../../../src/app/networks/brush-catalogue.ts';
import {gallery} from '../../../src/app/styles/gallery.ts';
import type {BrushManifest} from '../../../src/network/load-brushes.ts';
import type {Manifest} from '../../../src/network/weights.ts';

const styles = gallery.map(({id}) => id).sort();

describe.each(['swift', 'swift-lite'])('the brushes of %s', (network) => {
  const folder = new URL(`../../../models/${network}/`, import.meta.url);
  const manifest = readJson<BrushManifest>('brushes/brushes.json');

  function readJson<Kind>(path: string): Kind {
    return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Kind;
  }

  it('are of all styles of the gallery', () => {
    expect([...brushFilesOf(network)!.urls.keys()].sort()).toEqual(styles);
    expect(Object.keys(manifest.brushes).sort()).toEqual(styles);
  });

  it('belong to the weights beside them', () => {
    expect(manifest.network_sha256).toBe(readJson<Manifest>('manifest.json').sha256);
  });

  it.each(styles)('are what the manifest says: %s', (style) => {
    const bytes = readFileSync(new URL(`brushes/${style}.bin`, folder));

    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.brushes[style]);
  });
});

it('has none of a network that nothing was fitted for', () => {
  expect(brushFilesOf('none-such')).toBeUndefined();
});
