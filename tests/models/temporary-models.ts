import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {importModel} from '../../models/import/import-model.ts';
import type {ImportedModel} from '../../models/import/imported-model.ts';
import {createNetwork, type Network} from '../../src/network/network.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  type Weights,
} from '../../src/network/weights.ts';
import {npzBytes} from './npz-bytes.ts';
import {plainNames, tinyDecoder} from './tiny-vgg19.ts';

/** A folder of models outside the repository, for one test. */
export class TemporaryModels {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<TemporaryModels> {
    return new TemporaryModels(await mkdtemp(join(tmpdir(), 'pastiche-models-')));
  }

  async remove(): Promise<void> {
    await rm(this.folder, {recursive: true});
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Writes a file beside the models; returns its path. */
  async file(name: string, bytes: Uint8Array): Promise<string> {
    await writeFile(this.path(name), bytes);
    return this.path(name);
  }

  /** Imports checkpoints, given as bytes, as the model `tiny`. */
  async importTiny(
    encoder: Uint8Array,
    decoder = npzBytes(plainNames(tinyDecoder)),
  ): Promise<ImportedModel> {
    return importModel({
      encoder: await this.file('encoder', encoder),
      decoder: await this.file('decoder', decoder),
      models: this.folder,
      name: 'tiny',
    });
  }

  async manifest(name: string): Promise<Manifest> {
    return JSON.parse(await readFile(this.path(name, 'manifest.json'), 'utf8')) as Manifest;
  }

  async weights(name: string): Promise<Weights> {
    const bytes = await readFile(this.path(name, 'weights.bin'));
    return readWeights(await this.manifest(name), new Uint8Array(bytes).buffer);
  }

  /** The model as the app loads it, on the current backend; the caller disposes it. */
  async network(name: string): Promise<Network> {
    return createNetwork(manifestArchitecture(await this.manifest(name)), await this.weights(name));
  }
}
