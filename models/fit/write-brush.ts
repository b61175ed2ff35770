import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {BrushManifest} from '../../src/network/load-brushes.ts';
import {encodeFloat16} from '../import/encode-float16.ts';
import type {StyleFit} from './fit-style.ts';

/** What the manifest says of all brushes of a folder. */
export type BrushFacts = {network: string; side: number; iterations: number; toned: number};

type Tensor = {name: string; shape: number[]; values: number[]};

/**
 * Writes a style's file, and what belongs to it into the folder's manifest and sketches: as `write_brush`
 * in `models/training/brush.py` does. Brushes of other facts in the folder are forgotten.
 */
export async function writeBrush(
  folder: string,
  style: string,
  fit: StyleFit,
  facts: BrushFacts,
): Promise<void> {
  const sketch = sketchOf(fit).map(encoded);
  const strokes = stepsOf(fit).map(encoded);
  const head = {
    format: 2 as const,
    ...facts,
    network_sha256: fit.checksum,
    weights: [...sketch, ...strokes].map(({spec}) => spec),
  };
  const sketchBytes = Buffer.concat(sketch.map(({bytes}) => bytes));
  const file = Buffer.concat([sketchBytes, ...strokes.map(({bytes}) => bytes)]);
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, `${style}.bin`), file);
  const known = await knownBrushes(folder, head);
  const brushes = Object.fromEntries(
    Object.entries({...known, [style]: sha256(file)}).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const sketches = await Promise.all(
    Object.keys(brushes).map(async (name) =>
      (await readFile(join(folder, `${name}.bin`))).subarray(0, sketchBytes.length),
    ),
  );
  await writeFile(join(folder, 'sketches.bin'), Buffer.concat(sketches));
  const manifest: BrushManifest = {...head, sketches: sha256(Buffer.concat(sketches)), brushes};
  await writeFile(join(folder, 'brushes.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

function sketchOf({statistics, palette}: StyleFit): Tensor[] {
  const levels = Object.entries(statistics).flatMap(([level, {mean, std}]) => [
    {name: `${level}/mean`, shape: [mean.length], values: mean},
    {name: `${level}/std`, shape: [std.length], values: std},
  ]);
  const {mean, covariance, tones} = palette;
  return [
    ...levels,
    {name: 'palette/mean', shape: [3], values: mean},
    {name: 'palette/covariance', shape: [3, 3], values: covariance},
    {name: 'palette/tones', shape: [tones.length / 3, 3], values: tones},
  ];
}

/** The difference from the network's own. */
function stepsOf({own, brush}: StyleFit): Tensor[] {
  const from = new Map(own);
  return brush.map(([name, {shape, values}]) => ({
    name,
    shape,
    values: values.map((value, index) => value - (from.get(name)?.values[index] ?? 0)),
  }));
}

/** A tensor's entry in the manifest and its bytes: kernels as int8, all others as float16. */
function encoded({name, shape, values}: Tensor) {
  const isKernel = shape.length === 4;
  return {
    spec: specOf(name, shape, isKernel ? 'int8' : 'float16'),
    bytes: isKernel
      ? encodeInt8(name, shape, values)
      : encodeFloat16(name, Float64Array.from(values)),
  };
}

/** A scale for each output, as float16, and then steps of it. */
function encodeInt8(name: string, shape: number[], values: number[]): Buffer {
  const outputs = shape.at(-1) ?? 1;
  const largest = new Float64Array(outputs);
  values.forEach((value, index) => {
    largest[index % outputs] = Math.max(largest[index % outputs] ?? 0, Math.abs(value));
  });
  const scales = largest.map((value) => value / 127);
  const steps = Int8Array.from(values, (value, index) => {
    const scale = scales[index % outputs] ?? 0;
    return scale > 0 ? Math.max(-127, Math.min(127, Math.round(value / scale))) : 0;
  });
  return Buffer.concat([encodeFloat16(name, scales), new Uint8Array(steps.buffer)]);
}

function specOf(name: string, shape: number[], dtype: 'float16' | 'int8') {
  return {name, shape, dtype: 'float32', quantization: {dtype, original_dtype: 'float32'}};
}

async function knownBrushes(
  folder: string,
  head: Record<string, unknown>,
): Promise<Record<string, string>> {
  const path = join(folder, 'brushes.json');
  if (!existsSync(path)) return {};
  const {brushes, ...known} = JSON.parse(await readFile(path, 'utf8')) as BrushManifest;
  const names = Object.keys(head) as (keyof typeof known)[];
  const isSame = names.every((name) => JSON.stringify(known[name]) === JSON.stringify(head[name]));
  return isSame ? brushes : {};
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
