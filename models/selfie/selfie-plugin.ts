import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Plugin} from 'vite';
import {keepFile} from '../../keep-file.ts';
import {convertSelfie} from './convert-selfie.ts';

const MODEL = '@mediapipe/selfie_segmentation/selfie_segmentation.tflite';
const FOLDER = new URL('./', import.meta.url);

/**
 * Writes `selfie.json` and `selfie.bin` from the package that has the weights, before anything asks for them, and
 * puts the terms of these beside the built page. What is built is there when it is only served.
 */
export function selfieFiles(): Plugin {
  return {
    name: 'selfie-files',
    apply: (_, {isPreview}) => !isPreview,
    async config() {
      const file = await readFile(createRequire(import.meta.url).resolve(MODEL));
      const {manifest, weights} = convertSelfie(new Uint8Array(file));
      await keepFile(new URL('selfie.bin', FOLDER), weights);
      const text = `${JSON.stringify(manifest)}\n`;
      await keepFile(new URL('selfie.json', FOLDER), new TextEncoder().encode(text));
    },
    async generateBundle() {
      const source = await readFile(new URL('LICENSE', FOLDER), 'utf8');
      this.emitFile({type: 'asset', fileName: 'assets/selfie-LICENSE.txt', source});
    },
  };
}
