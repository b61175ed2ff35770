import type {LossNetworkFiles} from './fit-source.ts';

const manifests = import.meta.glob<string>('../../../models/loss-lite/loss-lite.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const weights = import.meta.glob<string>('../../../models/loss-lite/loss-lite.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The files of the loss network; undefined where it does not come with the app. */
export const lossNetworkFiles: LossNetworkFiles | undefined = filesOf(
  Object.values(manifests)[0],
  Object.values(weights)[0],
);

function filesOf(manifestUrl?: string, weightsUrl?: string): LossNetworkFiles | undefined {
  return manifestUrl && weightsUrl ? {manifestUrl, weightsUrl} : undefined;
}
