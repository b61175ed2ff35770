import {preloadRecorder} from '../capture/recording/open-recorder.ts';
import {loadCamera} from '../live/sources/mediapipe-camera.ts';
import type {Actions} from './actions.ts';
import {createCaptures} from './captures/captures.ts';
import {createActions} from './create-actions.ts';
import {initialState} from './initial-state.ts';
import {models} from './networks/network-catalogue.ts';
import {createNetworks, type Networks} from './networks/networks.ts';
import {createNotices} from './notices/notices.ts';
import {PlainError} from './notices/plain-error.ts';
import {sentenceOf} from './notices/sentences.ts';
import {createPageApi, showSource} from './page/create-page-api.ts';
import {keepAddress} from './page/keep-address.ts';
import {keepAwake} from './page/keep-awake.ts';
import type {PageApi} from './page/page-api.ts';
import {readPageOptions} from './page/page-options.ts';
import {rest} from './rest.ts';
import {loadSettings, saveSettings} from './settings/settings.ts';
import {createSources} from './sources/sources.ts';
import {startEngine} from './start-engine.ts';
import type {AppState, Settings} from './state.ts';
import {createStore, type Store} from './store.ts';
import type {StudioContext} from './studio-context.ts';
import {createForgetfulShelf, openShelf} from './styles/style-shelf.ts';
import {createStyles} from './styles/styles.ts';
import {createTuningMemory} from './tuning-memory.ts';

/** How often speed and recording time are published, in milliseconds. */
const PUBLISH_MS = 500;

/** A machine that paints a frame in less has time to analyse styles in advance, in milliseconds. */
const SPARE_FRAME_MS = 40;

/** After so long it is known how often the source has a frame, in milliseconds. */
const SETTLE_MS = 1500;

const GPU_AWAY =
  'The graphics card was taken away for a moment. Painting goes on when it is back; if it does not come back, reload the page.';
const GPU_FAILED = 'The graphics card stopped painting. Reload the page; your own styles are kept.';

/** The app without its page. */
export type Studio = {store: Store<AppState>; actions: Actions; api: PageApi};

/**
 * Opens the studio: the demo scene (or what the address asks for) is painted on `canvas` as soon as
 * the network is there.
 *
 * @param query of the page's address, see `readPageOptions`
 * @param storage for settings; a function, because browsers may throw when it is only mentioned
 */
export function openStudio(
  canvas: HTMLCanvasElement,
  query: string,
  storage: () => Storage,
): Studio {
  const options = readPageOptions(query);
  const store = createStore(initialState(options, loadSettings(storage)));
  const notices = createNotices(store);
  for (const problem of options.problems) notices.show('error', problem);

  const {model: modelName} = store.get().stats;
  const files = models.get(modelName);
  if (!files) throw new Error(`Expected models/${modelName}, but it is not in this build.`);
  const started = startEngine(store, canvas, files, createTuningMemory(storage), {
    onLost: () => {
      store.set({failure: GPU_AWAY});
    },
    onRestored: () => {
      store.set({failure: null});
    },
    onFailed: (error) => {
      console.error(error);
      store.set({failure: GPU_FAILED});
      void captures.stop().catch(() => {});
    },
    onFrameRefused: (error) => {
      notices.show('error', sentenceOf(error));
    },
  });
  const engine = started.then((it) => it.engine);
  engine.then(
    (painter) => {
      painter.onPresented((timeMs) => {
        captures.onPresented(timeMs);
      });
    },
    () => {},
  );
  const context: StudioContext = {store, notices, canvas, engine};

  const captures = createCaptures(context);
  const sources = createSources(context, changeSettings, async () => {
    await captures.stop();
  });
  const shelf = openShelf().then(
    (opened) => ({opened, lasts: true}),
    () => ({opened: createForgetfulShelf(), lasts: false}),
  );
  const networks: Promise<Networks> = Promise.all([started, shelf]).then(
    ([{engine: painter, model}, {opened}]) => {
      const repaint = async () => (await styles).show(store.get().look);
      const first = {name: modelName, model};
      return createNetworks(context, painter, opened, first, repaint, changeSettings);
    },
  );
  // Whoever asks for a style gets the error, but it may come before anybody has asked.
  networks.catch(() => {});
  const analyst = async () => (await networks).analyst();
  const styles = shelf.then(({opened, lasts}) => createStyles(context, analyst, opened, lasts));
  const parts = {sources, styles, captures};

  function changeSettings(change: Partial<Settings>) {
    const settings = {...store.get().settings, ...change};
    store.set({settings});
    // Only what the person changed: the size of this visit may come from the address.
    saveSettings(storage, {...loadSettings(storage), ...change});
    if ('mirror' in change) sources.applyMirror();
    if ('size' in change)
      void engine.then((painter) => painter.setSize(settings.size)).catch(() => {});
    if ('model' in change) void networks.then(({follow}) => follow()).catch(() => {});
  }

  const ready = open();
  // The page shows the failure; a program that waits for `ready` gets it too.
  ready.catch((error: unknown) => {
    console.error(error);
  });
  return {
    store,
    actions: createActions(context, parts, changeSettings),
    api: createPageApi(context, parts, ready),
  };

  /** Resolves when the first painted frame is on the canvas. */
  async function open(): Promise<void> {
    try {
      await Promise.all([openLook(), openSource()]);
      const {firstFrame} = await engine;
      await firstFrame;
    } catch (cause) {
      const failure = sentenceOf(cause);
      store.set({phase: 'failed', progress: null, failure});
      throw new PlainError(failure, {cause});
    }
    store.set({phase: 'live', progress: null});
    await publish();
    setInterval(() => void publish(), PUBLISH_MS);
    keepAddress(store);
    keepAwake(store);
    void settle();
  }

  /** Finds the network that fits this machine, and then what will be wanted soon. */
  async function settle() {
    await rest(SETTLE_MS);
    // From here on the page needs no connection for recording or the camera.
    void preloadRecorder();
    loadCamera().catch(() => {});
    if (store.get().settings.model === 'auto') await (await networks).follow();
    await (
      await styles
    ).prepare(() => {
      const {frameMs} = store.get().stats;
      return frameMs > 0 && frameMs < SPARE_FRAME_MS;
    });
  }

  /** The look the address asks for, or the first one where that cannot be. */
  async function openLook() {
    const {show} = await styles;
    const look = store.get().look;
    if (!options.styles) return show(look);
    try {
      await show({...look, styles: options.styles});
    } catch (error) {
      await started;
      notices.show('error', sentenceOf(error));
      await show(look);
    }
  }

  /** The source the address asks for, or the demo where that cannot be. */
  async function openSource() {
    try {
      await showSource(sources, options.source ?? 'demo');
    } catch (error) {
      await started;
      notices.show('error', sentenceOf(error));
      await sources.showDemo();
    }
  }

  async function publish() {
    const painter = await engine;
    const {stats, look} = store.get();
    const styleId = look.styles.toSorted((a, b) => b.weight - a.weight)[0]?.id ?? '';
    store.set({stats: {...stats, ...painter.stats(), styleId}});
    captures.publish();
  }
}
