import type {Actions} from './actions.ts';
import type {Attempt} from './attempt.ts';
import {backupActions} from './backup/backup-actions.ts';
import {captureActions} from './captures/capture-actions.ts';
import {createClips} from './captures/clips.ts';
import {createRecordings} from './captures/recordings.ts';
import {snapshot} from './captures/snapshots.ts';
import type {Catalogue} from './catalogue.ts';
import {cueActions} from './cues/cue-actions.ts';
import {exportActions} from './exports/export-actions.ts';
import {fileActions} from './files/file-actions.ts';
import {firstNetwork, firstState} from './first-state.ts';
import {laterPart} from './later-part.ts';
import {openLearning} from './learning/learning-actions.ts';
import {loadPart} from './load-part.ts';
import {lookActions} from './look/look-actions.ts';
import {createLooks} from './look/looks.ts';
import {midiActions} from './midi/midi-actions.ts';
import {createNetworks} from './networks/networks.ts';
import {messageOf} from './notices/message-of.ts';
import {createNotices} from './notices/notices.ts';
import {offlineActions} from './offline/offline-actions.ts';
import {readAddress} from './page/address.ts';
import {createPageApi} from './page/create-page-api.ts';
import {inPlainWords} from './page/in-plain-words.ts';
import type {PageApi} from './page/page-api.ts';
import {givenTitles} from './page/titles.ts';
import {handActions} from './regions/hand-actions.ts';
import {keepSettings, loadSettings} from './settings/settings.ts';
import {soundActions} from './sound/sound-actions.ts';
import {sourceActions} from './sources/source-actions.ts';
import {createSources} from './sources/sources.ts';
import {firstPicture} from './start/first-picture.ts';
import {startEngine} from './start/start-engine.ts';
import {keepTunings} from './start/tuning-memory.ts';
import type {AppState} from './state.ts';
import {createStore, type Store} from './store.ts';
import {reachShelf} from './styles/reach-shelf.ts';
import {STROKE_SIDES} from './styles/stroke.ts';
import {styleActions} from './styles/style-actions.ts';
import {createStyleLibrary} from './styles/style-library.ts';
import {showView} from './view/show-view.ts';
import {viewActions} from './view/view-actions.ts';

/** What a studio is opened with. */
export type StudioOptions = {
  /** The canvas to paint on; the caller puts it on a page. */
  canvas: HTMLCanvasElement;
  catalogue: Catalogue;
  /** For settings; a function, because browsers may throw when a storage is only mentioned. */
  storage: () => Storage;
  /** The query of the page's address, see `readAddress`. */
  address: string;
};

/** The app without its page. */
export type Studio = {
  store: Store<AppState>;
  catalogue: Catalogue;
  actions: Actions;
  api: PageApi;
  /** Ends everything: no timer, listener, track, texture or object URL is left. May be called twice. */
  close(): Promise<void>;
};

/**
 * Opens the studio: the demo scene (or what the address asks for) is painted on the canvas as soon as
 * the network is there. Its features are put together here, and nothing else is done.
 */
export function openStudio({canvas, catalogue, storage, address}: StudioOptions): Studio {
  const asked = readAddress(address, catalogue);
  const store = createStore(firstState(asked, loadSettings(storage, catalogue), catalogue));
  const notices = createNotices(store);
  for (const problem of asked.problems) notices.show('error', problem);
  const settings = keepSettings(store, storage, catalogue);
  const titles = givenTitles();
  const closing = new AbortController();

  const events = {
    onLost() {
      store.patch('start', {failure: {key: 'gpu.away'}});
    },
    onRestored() {
      store.patch('start', {failure: null});
    },
    onFrameRefused(error: unknown) {
      console.warn(error);
      notices.show('error', messageOf(error));
      // The demo can always be read.
      if (store.get().source.kind !== 'demo') void sources.showDemo().catch(() => {});
    },
    onFailed(error: unknown) {
      console.error(error);
      store.patch('start', {failure: {key: 'gpu.failed'}});
      void recordings.stop().catch(() => {});
    },
  } as const;
  const memory = keepTunings(storage);
  const started = startEngine(
    {store, notices, canvas, catalogue, memory, events},
    firstNetwork(store.get().settings),
  );
  const engine = started.then((it) => it.engine);
  const shelf = reachShelf(notices);
  const library = shelf.then((it) => createStyleLibrary(store, notices, it, titles.style));
  const pictureOf = async (id: string) => (await library).pictureOf(id);
  const networks = Promise.all([started, shelf]).then(([first, kept]) => {
    store.patch('stats', {model: first.name});
    return createNetworks(first.engine, catalogue, kept, pictureOf, first);
  });
  const analyst = networks.then(({painting}) => painting.analyst);
  const looks = createLooks(store, engine, analyst);
  const clips = createClips(store);
  const recordings = createRecordings(store, notices, engine, canvas, clips);
  const sources = createSources({
    store,
    notices,
    engine,
    changeSettings: settings.change,
    beforeLeaving: async () => {
      await recordings.stop();
    },
  });
  const {change: changeSettings} = settings;
  const choice = laterPart(async () => {
    const {createNetworkChoice} = await import('./networks/network-choice.ts');
    const [painter, those] = await Promise.all([engine, networks]);
    const parts = {store, notices, engine: painter, catalogue, networks: those, looks};
    return createNetworkChoice({...parts, changeSettings});
  });
  // Whoever asks for it gets the error, but it may come before anybody has asked.
  analyst.catch(() => {});
  settings.reactWith({
    resize: (size) => void engine.then((painter) => painter.setSize(size)).catch(() => {}),
    mirror: sources.applyMirror,
    enlarge: () => void engine.then((painter) => showView(store.get(), painter)).catch(() => {}),
    changeNetwork: () =>
      void networks
        .then(choice)
        .then(({follow}) => follow())
        .catch(() => {}),
  });

  const ends = [notices.dispose, looks.dispose, sources.dispose, recordings.dispose, clips.dispose];
  const ready = open();
  // The page shows the failure; a program that waits for `ready` gets it too.
  ready.catch((error: unknown) => {
    console.error(error);
  });

  const attempt: Attempt = async (run) => {
    try {
      await run();
    } catch (error) {
      console.warn(error);
      notices.show('error', messageOf(error));
    }
  };
  const learning = openLearning(
    {store, notices, engine, networks, looks, shelf, catalogue, pictureOf},
    attempt,
    closing.signal,
  );
  const onCues = cueActions({store, notices, engine, looks, storage}, attempt, closing.signal);
  const recall = (place: number) => onCues.withCues((cues) => cues.recall(place));
  const onMidi = midiActions({store, looks, recall, storage}, attempt, closing.signal);
  const snap = () => snapshot(store, engine);
  const onSources = sourceActions(store, sources, settings.change, attempt);
  const onStyles = styleActions({
    engine,
    library,
    networks,
    side: () => STROKE_SIDES[looks.current().stroke],
    pick: (id) => looks.change({styles: [{id, weight: 1}]}),
    async drop(id) {
      learning.forget(id);
      await looks.drop(id);
    },
    attempt,
    frameTitle: titles.frame,
  });
  const onSound = soundActions({store, engine, looks, storage}, attempt, closing.signal);
  const onExports = exportActions(
    {store, notices, engine, canvas, networks, looks, sources, clips, memory},
    attempt,
    closing.signal,
  );
  const bringCheckpoints = async (files: readonly File[]) => {
    const {bringCheckpoint} = await loadPart(import('./networks/bring-checkpoint.ts'));
    const {networkFiles} = catalogue;
    await bringCheckpoint({store, notices, networkFiles, storage, changeSettings}, files);
  };
  const onBackup = backupActions(
    {store, notices, catalogue, library, changeSettings, withCues: onCues.withCues},
    attempt,
  );
  const onFiles = fileActions(
    {...onSources, ...onStyles, ...onBackup, ...onCues, bringCheckpoints, notices},
    attempt,
  );
  const onOffline = offlineActions(
    {store, notices, ...onFiles, changeSettings, storage},
    attempt,
    closing.signal,
  );
  const actions: Actions = {
    ...onSources,
    ...onStyles,
    ...onBackup,
    ...onFiles,
    ...onOffline,
    ...lookActions(store, looks, attempt),
    ...learning.actions,
    ...onCues,
    ...onMidi,
    ...handActions({store, engine, looks}, attempt),
    ...onSound.actions,
    ...viewActions(store, engine, canvas, attempt, closing.signal),
    ...captureActions(recordings, clips, snap, attempt),
    ...onExports.actions,
    setSettings: settings.change,
    dismissNotice: notices.dismiss,
    actOnNotice: notices.act,
    attempt,
  };
  const {learn} = learning;
  const parts = {
    store,
    engine,
    canvas,
    ready,
    sources,
    looks,
    library,
    recordings,
    learn,
    snapshot: snap,
    exports: onExports.exports,
    sound: onSound.sound,
  };
  return {store, catalogue, actions, api: createPageApi(parts), close};

  /** Resolves when the first painted frame is on the canvas. */
  async function open(): Promise<void> {
    const {styles: gallery} = catalogue;
    try {
      await firstPicture({asked, gallery, notices, engine, library, looks, sources});
    } catch (cause) {
      store.patch('start', {phase: 'failed', progress: null, failure: messageOf(cause)});
      throw inPlainWords(cause);
    }
    if (closing.signal.aborted) return;
    store.patch('start', {phase: 'live', progress: null});
    await attempt(async () => {
      const {goOn} = await loadPart(import('./start/go-on.ts'));
      const {publish} = recordings;
      const [painter, chosen, those] = await Promise.all([engine, choice(), networks]);
      const own = {store, notices, sources, clips, gallery, publish, ...onOffline};
      const parts = {...own, engine: painter, choice: chosen, networks: those};
      if (!closing.signal.aborted) ends.push(...goOn(parts, closing.signal));
    });
    void onCues.withCues((cues) => {
      if (asked.autopilot) cues.setAutopilot(asked.autopilot);
    });
    // Without it, styles are not learnt, but painted all the same.
    if (catalogue.lossNetwork) learning.begin().catch(console.warn);
  }

  async function close(): Promise<void> {
    closing.abort();
    for (const end of ends.splice(0)) end();
    await Promise.allSettled([
      engine.then((painter) => {
        painter.dispose();
      }),
      library.then(({dispose}) => {
        dispose();
      }),
      shelf.then((it) => {
        it.close();
      }),
    ]);
  }
}
