import type {Engine} from '../../live/engine.ts';
import type {FrameSource, SourceHealth} from '../../live/sources/frame-source.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {showView} from '../view/show-view.ts';
import type {SourceState} from './source-state.ts';

/** Puts one source after the other on the stage. */
export type StageSource = {
  /** The source on the stage; undefined before the first. */
  readonly current: FrameSource | undefined;
  /** Resolves when the newest request is on the stage, or has failed. */
  readonly settled: Promise<unknown>;
  /**
   * Opens a source and puts it on the stage; the newest request wins, and a late one is closed unseen:
   * then undefined. If it fails, what was on the stage stays.
   */
  show<Source extends FrameSource>(
    open: () => Promise<Source> | Source,
  ): Promise<Source | undefined>;
  /** Shows a source until the one that is being opened is there, unless there is one already. */
  showMeanwhile(open: () => Promise<FrameSource>): Promise<void>;
  /** Shows the picture mirrored or not, as the settings say. */
  applyMirror(): void;
  /** Closes the source; may be called twice. */
  dispose(): void;
};

/** @param onEnded called when the source on the stage is over for good */
export function createStageSource(
  store: Store<AppState>,
  engine: Promise<Engine>,
  onEnded: (source: FrameSource) => void,
): StageSource {
  let current: FrameSource | undefined;
  let stopListening = () => {};
  let newest = 0;
  let settled: Promise<unknown> = Promise.resolve();

  async function bring<Source extends FrameSource>(
    open: () => Promise<Source> | Source,
    request: number,
  ): Promise<Source | undefined> {
    store.patch('source', {opening: true});
    const opening = (async () => open())();
    try {
      const [source, painter] = await Promise.all([opening, engine]);
      if (request !== newest) {
        source.close();
        return undefined;
      }
      take(source, painter);
      return source;
    } catch (error) {
      // Without an engine nobody would close it.
      void opening.then(
        (source) => {
          source.close();
        },
        () => {},
      );
      if (request === newest) store.patch('source', {opening: false});
      throw error;
    }
  }

  function take(source: FrameSource, painter: Engine, opening = false) {
    const previous = current;
    stopListening();
    current = source;
    store.patch('source', {
      ...described(source),
      ...setAbout(source),
      opening,
      health: 'live',
      mirrored: isMirrored(source),
    });
    store.patch('view', {frozen: false});
    painter.setFrozen(false);
    showView(store.get(), painter);
    painter.setSource(source);
    previous?.close();
    const follow = () => {
      if (source === current) store.patch('source', setAbout(source));
    };
    const stops = [source.film?.onChange(follow), source.camera?.onChange(follow)];
    const stopHealth = source.onHealth((health: SourceHealth) => {
      if (source !== current) return;
      store.patch('source', {health});
      if (health === 'ended') onEnded(source);
    });
    stopListening = () => {
      for (const stop of stops) stop?.();
      stopHealth();
    };
  }

  /** Front cameras are mirrored unless the person has said otherwise. */
  function isMirrored({facesPerson}: FrameSource): boolean {
    const {mirror} = store.get().settings;
    return mirror === 'auto' ? facesPerson : mirror === 'on';
  }

  return {
    get current() {
      return current;
    },
    get settled() {
      return settled;
    },
    show(open) {
      const shown = bring(open, ++newest);
      settled = shown;
      return shown;
    },
    async showMeanwhile(open) {
      const painter = await engine;
      if (current) return;
      const source = await open();
      // What was asked for may have come meanwhile.
      if (current) source.close();
      else take(source, painter, true);
    },
    applyMirror() {
      if (!current) return;
      store.patch('source', {mirrored: isMirrored(current)});
      void engine.then((painter) => {
        showView(store.get(), painter);
      });
    },
    dispose() {
      newest++;
      stopListening();
      current?.close();
      current = undefined;
    },
  };
}

/** How it plays, and what can be set about it. */
function setAbout({film, camera}: FrameSource): Pick<SourceState, 'film' | 'camera'> {
  return {film: film?.state ?? null, camera: camera?.state ?? null};
}

function described(
  source: FrameSource & {cameraId?: string},
): Pick<SourceState, 'kind' | 'title' | 'cameraId'> {
  const {kind, title, cameraId} = source;
  return {kind, title, cameraId};
}
