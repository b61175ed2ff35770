import type {Engine} from '../../live/engine.ts';
import {attractWhenAlone} from '../attract/attract.ts';
import type {Clips} from '../captures/clips.ts';
import type {NetworkChoice} from '../networks/network-choice.ts';
import type {Networks} from '../networks/networks.ts';
import type {Notices} from '../notices/notices.ts';
import type {OfflineActions} from '../offline/offline-actions.ts';
import {askBeforeLeaving} from '../page/ask-before-leaving.ts';
import {keepAddress} from '../page/keep-address.ts';
import {keepAwake} from '../page/keep-awake.ts';
import {openRegionsOnceAsked} from '../regions/open-regions.ts';
import type {Sources} from '../sources/sources.ts';
import type {AppState} from '../state.ts';
import {publishStats} from '../stats/publish-stats.ts';
import type {Store} from '../store.ts';
import {keepPrepared} from '../styles/keep-prepared.ts';
import type {StyleEntry} from '../styles/styles-state.ts';
import {settle} from './settle.ts';

/** What goes on once the first picture is there. */
export type GoOnParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Engine;
  clips: Clips;
  choice: NetworkChoice;
  networks: Networks;
  sources: Sources;
  gallery: readonly StyleEntry[];
  /** Called as often as numbers are published. */
  publish: () => void;
  withOffline: OfflineActions['withOffline'];
};

/**
 * Begins what a page does besides painting.
 *
 * @param signal ends what takes its time
 * @returns the functions that end the rest
 */
export function goOn(
  {
    store,
    notices,
    engine,
    clips,
    choice,
    networks,
    sources,
    gallery,
    publish,
    withOffline,
  }: GoOnParts,
  signal: AbortSignal,
): (() => void)[] {
  void settle(store, notices, clips, choice, signal);
  void keepPrepared(store, networks, gallery, signal);
  // It begins with the first call.
  void withOffline(() => {});
  return [
    publishStats(store, engine, publish),
    keepAddress(store),
    keepAwake(store),
    askBeforeLeaving(store),
    openRegionsOnceAsked(store, engine, notices),
    attractWhenAlone({store, notices, engine, sources}),
  ];
}
