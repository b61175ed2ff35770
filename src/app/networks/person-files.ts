import type {PersonFiles} from '../../network/person/person-network.ts';

const manifests = import.meta.glob<string>('../../../models/selfie/selfie.json', {
  eager: true,
  query: '?url',
  import: 'default',
});
const weights = import.meta.glob<string>('../../../models/selfie/selfie.bin', {
  eager: true,
  query: '?url',
  import: 'default',
});

const [manifestUrl = ''] = Object.values(manifests);
const [weightsUrl = ''] = Object.values(weights);

/** The network that tells persons from what is behind them, as `models/selfie/` describes it. */
export const PERSON_FILES: PersonFiles = {manifestUrl, weightsUrl};
