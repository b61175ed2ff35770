import weightsUrl from '../../../models/selfie/selfie.bin?url';
import manifestUrl from '../../../models/selfie/selfie.json?url';
import type {PersonFiles} from '../../network/person/person-network.ts';

/** The network that tells persons from what is behind them, as `models/selfie/` describes it. */
export const PERSON_FILES: PersonFiles = {manifestUrl, weightsUrl};
