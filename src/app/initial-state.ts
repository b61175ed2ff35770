import {LADDER} from '../live/pace/size-ladder.ts';
import {DEFAULT_NETWORK, networkEntries} from './networks/network-catalogue.ts';
import type {PageOptions} from './page/page-options.ts';
import type {AppState, Settings} from './state.ts';
import {gallery} from './styles/gallery.ts';
import {firstLook} from './styles/styles.ts';

/** What the page shows before anything has happened. */
export function initialState(options: PageOptions, settings: Settings): AppState {
  const look = firstLook();
  const size = options.size ?? settings.size;
  const model = options.model ?? settings.model;
  return {
    phase: 'loading',
    progress: null,
    failure: null,
    source: {kind: 'demo', title: 'Demo', opening: true},
    cameras: [],
    mirrored: false,
    look: {styles: look.styles, alpha: options.alpha ?? look.alpha},
    styles: [...gallery],
    analyzing: null,
    divider: null,
    paused: false,
    recording: {phase: 'idle', elapsedMs: 0, bytes: 0},
    clips: [],
    settings: {...settings, size, model},
    models: networkEntries,
    changingNetwork: false,
    // The address may ask for a size between the rungs.
    sizes: [...new Set(size === 'auto' ? LADDER : [...LADDER, size])].sort((a, b) => a - b),
    stats: {
      running: false,
      fps: 0,
      frameMs: 0,
      width: 0,
      height: 0,
      model: model === 'auto' ? settings.fittingModel || DEFAULT_NETWORK : model,
      stylizer: 'none',
      backend: '',
      tensors: 0,
      styleId: look.styles[0]?.id ?? '',
    },
    notices: [],
    clean: options.clean,
  };
}
