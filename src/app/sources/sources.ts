import {
  type CameraRequest,
  type CameraSource,
  openCamera,
} from '../../live/sources/camera-source.ts';
import {listCameras, onCamerasChange} from '../../live/sources/cameras.ts';
import {openDemo} from '../../live/sources/demo/demo-source.ts';
import {openFile} from '../../live/sources/file-source.ts';
import {type FrameSource, SourceError} from '../../live/sources/frame-source.ts';
import {PlainError} from '../notices/plain-error.ts';
import {sentenceOf} from '../notices/sentences.ts';
import type {AppState, Settings, SourceState} from '../state.ts';
import type {StudioContext} from '../studio-context.ts';
import {asJpeg} from '../styles/as-jpeg.ts';

const CAMERA_GONE =
  'The camera was unplugged or taken away, so the demo is shown. Plug it in and press “Start camera”.';

/** Puts sources on the stage; what goes wrong is thrown, and the source before stays. */
export type Sources = {
  startCamera(cameraId?: string): Promise<void>;
  switchCamera(): Promise<void>;
  showDemo(): Promise<void>;
  /** Shows a picture or video, from a file or an address. */
  open(address: Blob | URL, title: string): Promise<void>;
  /** Shows the picture mirrored or not, as the settings say. */
  applyMirror(): void;
  /** The unpainted frame on the stage, as a JPEG. */
  currentFrame(): Promise<Blob>;
  /** Closes the source and stops listening; may be called twice. */
  dispose(): void;
};

/** @param onCameraGone called before the demo takes the place of a camera that went away */
export function createSources(
  {store, notices, engine}: StudioContext,
  changeSettings: (change: Partial<Settings>) => void,
  onCameraGone: () => Promise<void>,
): Sources {
  let current: FrameSource | undefined;
  let newest = 0;
  /** The request of the moment. */
  let showing: Promise<unknown> = Promise.resolve();

  /** Opens a source; the newest request wins, and a late one is closed unseen. */
  function show<Source extends FrameSource>(
    open: () => Promise<Source> | Source,
  ): Promise<Source | undefined> {
    const shown = bring(open, ++newest);
    showing = shown;
    return shown;
  }

  async function bring<Source extends FrameSource>(
    open: () => Promise<Source> | Source,
    request: number,
  ): Promise<Source | undefined> {
    store.set({source: {...store.get().source, opening: true}});
    const opening = (async () => open())();
    try {
      const [source, painter] = await Promise.all([opening, engine]);
      if (request !== newest) {
        source.close();
        return undefined;
      }
      const previous = current;
      current = source;
      store.set({
        source: {...described(source), opening: false},
        mirrored: mirrors(store.get().settings, source),
        paused: false,
      });
      painter.setFrozen(false);
      painter.setView(viewOf(store.get()));
      painter.setSource(source);
      previous?.close();
      return source;
    } catch (error) {
      // Without an engine nobody would close it.
      void opening.then(
        (source) => {
          source.close();
        },
        () => {},
      );
      if (request === newest) store.set({source: {...store.get().source, opening: false}});
      throw error;
    }
  }

  async function openAs(cameraId: string, facing: CameraSource['facing']) {
    let ended = false;
    let leave = () => {};
    const onEnded = () => {
      ended = true;
      leave();
    };
    const camera = await show(() => openAlone({cameraId, facing, onEnded}));
    if (camera) leave = () => void leaveCamera(camera);
    // It may have gone away before it was on the stage.
    if (ended) leave();
    await refreshCameras();
    return camera;
  }

  /** Opens a camera; where the machine gives out one at a time, in place of the one on the stage. */
  async function openAlone(request: CameraRequest): Promise<CameraSource> {
    try {
      return await openCamera(request);
    } catch (error) {
      const taken = error instanceof SourceError && error.problem === 'in-use';
      if (!taken || current?.kind !== 'camera') throw error;
    }
    const before = current;
    before.close();
    try {
      return await openCamera(request);
    } catch (error) {
      if (before === current) void sources.showDemo();
      throw error;
    }
  }

  async function leaveCamera(camera: CameraSource) {
    if (camera !== current) return;
    await onCameraGone().catch((error: unknown) => {
      notices.show('error', sentenceOf(error));
    });
    // What was chosen meanwhile comes first.
    await showing.catch(() => {});
    if (camera !== current) return;
    notices.show('error', CAMERA_GONE);
    await sources.showDemo();
  }

  async function refreshCameras() {
    store.set({cameras: await listCameras().catch(() => [])});
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
      const {cameras} = store.get();
      if (cameras.length < 2) throw new PlainError('There is only one camera to choose.');
      const camera = current as Partial<CameraSource> | undefined;
      if (matchMedia('(pointer: coarse)').matches) {
        await openAs('', camera?.facing === 'environment' ? 'user' : 'environment');
        return;
      }
      const index = cameras.findIndex(({id}) => id === camera?.cameraId);
      const next = cameras[(index + 1) % cameras.length];
      if (next) await sources.startCamera(next.id);
    },
    async showDemo() {
      await show(() => openDemo(innerHeight > innerWidth));
    },
    async open(address, title) {
      await show(() => openFile(address, title));
    },
    applyMirror() {
      if (!current) return;
      store.set({mirrored: mirrors(store.get().settings, current)});
      void engine.then((painter) => {
        painter.setView(viewOf(store.get()));
      });
    },
    async currentFrame() {
      if (!current) throw new PlainError('There is no picture on the stage yet.');
      const frame = await (await engine).grab('frame');
      if (!frame) throw new PlainError('There is no picture on the stage yet.');
      return asJpeg(frame, frame);
    },
    dispose() {
      stopWatching();
      current?.close();
      current = undefined;
    },
  };
  return sources;
}

function described(source: FrameSource & {cameraId?: string}): Omit<SourceState, 'opening'> {
  const {kind, title, cameraId} = source;
  return {kind, title, cameraId};
}

/** How the engine is to show the picture. */
export function viewOf({mirrored, divider}: AppState): {mirror: boolean; divider: number} {
  return {mirror: mirrored, divider: divider ?? 0};
}

/** Front cameras are mirrored unless the person has said otherwise. */
function mirrors({mirror}: Settings, source: {facesPerson: boolean}): boolean {
  return mirror === 'auto' ? source.facesPerson : mirror === 'on';
}

/** The camera chosen last, by id, else by label: browsers renew ids; empty for the default. */
function rememberedCamera({settings, cameras}: AppState): string {
  const {cameraId, cameraLabel} = settings;
  if (!cameraId) return '';
  const byId = cameras.find(({id}) => id === cameraId);
  const byLabel = cameras.find(({label}) => label !== '' && label === cameraLabel);
  return (byId ?? byLabel)?.id ?? cameraId;
}
