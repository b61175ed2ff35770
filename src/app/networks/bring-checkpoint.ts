import manifestUrl from '../../../models/vgg19/decoder/manifest.json?url';
import weightsUrl from '../../../models/vgg19/decoder/weights.bin?url';
import {fetchFile, fetchJson, type NetworkFiles, sha256} from '../../network/load-network.ts';
import type {Manifest} from '../../network/weights.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import {askToPersist} from '../offline/persist.ts';
import type {Settings} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {CheckpointAnswer, CheckpointRequest} from './checkpoint.worker.ts';
import CheckpointWorker from './checkpoint.worker.ts?worker';
import {keepName, keptFiles} from './kept-networks.ts';
import {keepNetwork} from './network-shelf.ts';

/** What bringing a network needs from the studio. */
export type BringParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  networkFiles: Map<string, NetworkFiles>;
  storage: () => Storage;
  changeSettings: (change: Partial<Settings>) => void;
};

/** The paper's network, whoever has trained it. */
const NAME = 'vgg19';

/** The decoder that comes with the site is some 7 MB, of which something comes within this, in milliseconds. */
const STALL_MS = 20_000;

/**
 * Makes the paper's network of published checkpoints, an encoder with or without a decoder, in a worker; keeps it
 * in this browser, which it never leaves, and paints with it.
 *
 * @throws AppError with a sentence about the file that cannot be used
 */
export async function bringCheckpoint(parts: BringParts, files: readonly File[]): Promise<void> {
  const {store, notices, networkFiles, storage, changeSettings} = parts;
  notices.show('info', {key: 'checkpoint.reading'});
  const [manifest, decoder] = await Promise.all([
    fetchJson(manifestUrl, STALL_MS) as Promise<Manifest>,
    fetchFile(weightsUrl, STALL_MS),
  ]);
  const kept = {manifest, weights: await decoder.arrayBuffer()};
  const answer = await askWorker({name: NAME, files, kept});
  if ('problem' in answer) {
    throw new AppError({key: 'checkpoint.unusable', values: {problem: answer.problem}});
  }
  const checksum = await sha256(answer.weights.buffer);
  const stored = {
    manifest: {...answer.manifest, ...(checksum && {sha256: checksum})},
    weights: new Blob([answer.weights]),
  };
  try {
    await keepNetwork(NAME, stored);
    keepName(storage, NAME);
    networkFiles.set(NAME, keptFiles(NAME));
    void askToPersist(storage);
  } catch (error) {
    console.warn(error);
    networkFiles.set(NAME, {stored: () => Promise.resolve(stored)});
    notices.show('info', {key: 'checkpoint.unkept'});
  }
  const {entries} = store.get().networks;
  store.patch('networks', {
    entries: entries.map((entry) => (entry.name === NAME ? {...entry, complete: true} : entry)),
  });
  if (answer.raw) notices.show('info', {key: 'checkpoint.raw'});
  // One that paints already is another one now.
  if (store.get().settings.model === NAME) notices.show('info', {key: 'checkpoint.reload'});
  else changeSettings({model: NAME});
}

function askWorker(request: CheckpointRequest): Promise<CheckpointAnswer> {
  const worker = new CheckpointWorker();
  return new Promise<CheckpointAnswer>((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<CheckpointAnswer>) => {
      resolve(data);
    };
    worker.onerror = (event) => {
      reject(new AppError({key: 'start.unloaded'}, {cause: event}));
    };
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
}
