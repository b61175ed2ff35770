import {readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Plugin} from 'vite';
import {convertSelfie} from './convert-selfie.ts';

const MODEL = '@mediapipe/selfie_segmentation/selfie_segmentation.tflite';
const FOLDER = new URL('./', import.meta.url);

/**
 * Writes `selfie.json` and `selfie.bin` from the package that has the weights, before anything asks for them, and
 * puts the terms of these beside the built page.
 */
export function selfieFiles(): Plugin {
  return {
    name: 'selfie-files',
    async config() {
      const file = await readFile(createRequire(import.meta.url).resolve(MODEL));
      const {manifest, weights} = convertSelfie(new Uint8Array(file));
      await keep('selfie.bin', weights);
      await keep('selfie.json', new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
    },
    async generateBundle() {
      const source = await readFile(new URL('LICENSE', FOLDER), 'utf8');
      this.emitFile({type: 'asset', fileName: 'assets/selfie-LICENSE.txt', source});
    },
  };
}

/** Leaves a file alone that is as it should be: who watches it is not woken. */
async function keep(name: string, bytes: Uint8Array) {
  const url = new URL(name, FOLDER);
  const known = await readFile(url).catch(() => undefined);
  if (!known?.equals(bytes)) await writeFile(url, bytes);
}
