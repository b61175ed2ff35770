import {firstState} from '../../src/app/first-state.ts';
import {readAddress} from '../../src/app/page/address.ts';
import {FIRST_SETTINGS} from '../../src/app/settings/settings-table.ts';
import type {AppState} from '../../src/app/state.ts';
import {createStore, type Store} from '../../src/app/store.ts';
import {catalogue} from './fake-catalogue.ts';

/** A store as on a first visit. */
export function fakeStore(): Store<AppState> {
  return createStore(firstState(readAddress('', catalogue), FIRST_SETTINGS, catalogue));
}
