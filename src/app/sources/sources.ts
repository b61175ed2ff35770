import type {Engine} from '../../live/engine.ts';
import type {CameraChange} from '../../live/sources/camera-control.ts';
import type {CameraRequest, CameraSource} from '../../live/sources/camera-source.ts';
import {listCameras, onCamerasChange} from '../../live/sources/cameras.ts';
import type {FilmControl} from '../../live/sources/film-control.ts';
import type {FrameSource} from '../../live/sources/frame-source.ts';
import {SourceError} from '../../live/sources/source-error.ts';
import {loadPart} from '../load-part.ts';
import {AppError} from '../notices/app-error.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Notices} from '../notices/notices.ts';
import type {Settings} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {isShutOut} from './is-shut-out.ts';
import {rememberedCamera} from './remembered-camera.ts';
import {createStageSource} from './stage-source.ts';

/** Puts sources on the stage; what goes wrong is thrown, and the source before stays. */
export type Sources = {
  startCamera(cameraId?: string): Promise<void>;
  switchCamera(): Promise<void>;
  /** Asks for a screen or window, in a click or key press; nothing where the person thinks better of it. */
  startScreen(): Promise<void>;
  showDemo(): Promise<void>;
  /** Shows a source that is open already, and owns it from now on. */
  show(source: FrameSource): Promise<void>;
  /** Shows the demo until the source that is being opened is there. */
  showMeanwhile(): Promise<void>;
  /** Shows a picture or video, from a file or an address. */
  open(address: Blob | URL, title: string): Promise<void>;
  /** Sets something about the camera on the stage, if there is one; its resolution for the next ones, too. */
  setCamera(change: CameraChange): Promise<void>;
  /** How the film on the stage plays; undefined where there is none. */
  readonly film: FilmControl | undefined;
  /** Plays on after a click or key press, where the browser wants one. */
  resume(): void;
  /** Shows the picture mirrored or not, as the settings say. */
  applyMirror(): void;
  /** Closes the source and stops listening; may be called twice. */
  dispose(): void;
};

/** What sources need from the studio. */
export type SourceParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Promise<Engine>;
  /** Remembers a camera that was chosen. */
  changeSettings: (change: Partial<Settings>) => void;
  /** Called before the demo takes the place of a source that is over. */
  beforeLeaving: () => Promise<void>;
};

export function createSources(parts: SourceParts): Sources {
  const {store, notices, engine, changeSettings, beforeLeaving} = parts;
  const stage = createStageSource(store, engine, (source) => void leave(source));

  async function openAs(cameraId: string, facing: CameraSource['facing']) {
    const camera = await stage.show(() => openAlone({cameraId, facing}));
    await refreshCameras();
    const {cameraSide: side} = store.get().settings;
    if (side > 0) void camera?.camera?.set({side});
    return camera;
  }

  /** Opens a camera; where the machine gives out one at a time, in place of the one on the stage. */
  async function openAlone(request: CameraRequest): Promise<CameraSource> {
    const before = stage.current;
    const {openCamera} = await loadSources();
    try {
      return await openCamera(request);
    } catch (error) {
      const taken = error instanceof SourceError && error.problem === 'in-use';
      if (!taken || before?.kind !== 'camera') throw error;
    }
    before.close();
    try {
      return await openCamera(request);
    } catch (error) {
      if (before === stage.current) void sources.showDemo();
      throw error;
    }
  }

  /** A source that is over gives way to the demo. */
  async function leave(source: FrameSource) {
    await beforeLeaving().catch((error: unknown) => {
      notices.show('error', messageOf(error));
    });
    // What was chosen meanwhile comes first.
    await stage.settled.catch(() => {});
    if (source !== stage.current) return;
    // Who ends the sharing of a screen knows.
    if (source.kind === 'screen') notices.show('info', {key: 'source.screen-over'});
    else
      notices.show('error', {key: `source.${source.kind === 'camera' ? 'camera' : 'video'}-gone`});
    await sources.showDemo();
  }

  async function refreshCameras() {
    store.patch('source', {cameras: await listCameras().catch(() => [])});
  }

  const stopWatching = onCamerasChange(() => void refreshCameras());
  void refreshCameras();

  const sources: Sources = {
    async startCamera(cameraId) {
      if (cameraId === undefined) {
        await openAs(rememberedCamera(store.get()), 'user');
        return;
      }
      const source = await openAs(cameraId, 'user');
      if (source) changeSettings({cameraId: source.cameraId, cameraLabel: source.title});
    },
    async switchCamera() {
      const {cameras} = store.get().source;
      if (cameras.length < 2) throw new AppError({key: 'source.only-camera'});
      const camera = stage.current as Partial<CameraSource> | undefined;
      if (matchMedia('(pointer: coarse)').matches) {
        await openAs('', camera?.facing === 'environment' ? 'user' : 'environment');
        return;
      }
      const index = cameras.findIndex(({id}) => id === camera?.cameraId);
      const next = cameras[(index + 1) % cameras.length];
      if (next) await sources.startCamera(next.id);
    },
    async startScreen() {
      const {openScreen} = await loadSources();
      const screen = await openScreen();
      if (screen) await stage.show(() => screen);
    },
    async showDemo() {
      await stage.show(openUprightDemo);
    },
    async show(source) {
      await stage.show(() => source);
    },
    showMeanwhile: () => stage.showMeanwhile(openUprightDemo),
    async open(address, title) {
      if (address instanceof URL && isShutOut(address)) {
        throw new AppError({key: 'source.shut-out', values: {site: address.host}});
      }
      await stage.show(async () => (await loadSources()).openFile(address, title));
    },
    async setCamera(change) {
      if (change.side !== undefined) changeSettings({cameraSide: change.side});
      await stage.current?.camera?.set(change);
    },
    get film() {
      return stage.current?.film;
    },
    resume: () => stage.current?.resume(),
    applyMirror: stage.applyMirror,
    dispose() {
      stopWatching();
      stage.dispose();
    },
  };
  return sources;
}

/** What a person opens comes apart: `settle` brings it in time. */
function loadSources() {
  return loadPart(import('../../live/sources/open-source.ts'));
}

/** The demo stands upright on upright screens. It is not needed before something can paint it. */
async function openUprightDemo(): Promise<FrameSource> {
  const {openDemo} = await loadPart(import('../../live/sources/demo/demo-source.ts'));
  return openDemo(innerHeight > innerWidth);
}
