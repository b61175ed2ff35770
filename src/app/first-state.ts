import {FIRST_CAPTURES} from './captures/captures-state.ts';
import type {Catalogue} from './catalogue.ts';
import {NO_EXPORTS} from './exports/exports-state.ts';
import {RESTING} from './learning/learning-state.ts';
import {heaviestStyle} from './look/heaviest-style.ts';
import {firstLook} from './look/look-table.ts';
import {NO_MIDI} from './midi/midi-state.ts';
import {DEFAULT_NETWORK} from './networks/network-catalogue.ts';
import {UNKNOWN_KEPT} from './offline/offline-state.ts';
import type {Asked} from './page/address.ts';
import {WHOLE_PICTURE} from './regions/regions-state.ts';
import type {Settings} from './settings/settings-table.ts';
import {SILENCE} from './sound/sound-state.ts';
import {FIRST_SOURCE} from './sources/source-state.ts';
import {FIRST_START} from './start/start-state.ts';
import type {AppState} from './state.ts';
import {FIRST_STATS} from './stats/stats.ts';
import {FIRST_VIEW} from './view/view-state.ts';

/**
 * What the page shows before anything has happened.
 *
 * @param kept the settings of the last visit; what the address asks for counts more
 */
export function firstState(asked: Asked, kept: Settings, catalogue: Catalogue): AppState {
  const settings = {...kept, ...asked.settings};
  const look = firstLook(catalogue);
  const {styles, person, background} = look;
  const styleId = heaviestStyle(look);
  return {
    start: FIRST_START,
    source: FIRST_SOURCE,
    // The styles that are asked for may be own ones, which are still to come.
    look: {...look, ...asked.look, styles, person, background},
    styles: {entries: catalogue.styles, analyzing: null},
    networks: {entries: catalogue.networks, changing: false},
    learning: {...RESTING, learnt: null, replaced: false, asksFirst: false},
    cues: {list: [], current: null, autopilot: null},
    midi: NO_MIDI,
    regions: WHOLE_PICTURE,
    sound: SILENCE,
    captures: FIRST_CAPTURES,
    exports: NO_EXPORTS,
    offline: UNKNOWN_KEPT,
    settings,
    view: {...FIRST_VIEW, clean: asked.clean},
    stats: {...FIRST_STATS, model: firstNetwork(settings), styleId},
    notices: [],
  };
}

/** The network to start with. */
export function firstNetwork({model, fittingModel}: Settings): string {
  return model === 'auto' ? fittingModel || DEFAULT_NETWORK : model;
}
