import type {Actions} from './actions.ts';
import type {Captures} from './captures/captures.ts';
import type {Look} from './look/look.ts';
import {sentenceOf} from './notices/sentences.ts';
import {type Sources, viewOf} from './sources/sources.ts';
import type {Settings} from './state.ts';
import type {StudioContext} from './studio-context.ts';
import type {Styles} from './styles/styles.ts';

/** Makes what a person can do of the studio's parts: what they throw becomes a notice. */
export function createActions(
  {store, notices, engine}: StudioContext,
  parts: {sources: Sources; styles: Promise<Styles>; captures: Captures},
  changeSettings: (change: Partial<Settings>) => void,
): Actions {
  const {sources, captures} = parts;

  async function attempt(run: () => Promise<unknown>) {
    try {
      await run();
    } catch (error) {
      console.warn(error);
      notices.show('error', sentenceOf(error));
    }
  }

  const showLook = (change: Partial<Look>) =>
    attempt(async () => (await parts.styles).show({...store.get().look, ...change}));

  const addStyle = async (picture: Blob, title: string) => {
    const id = await (await parts.styles).add(picture, title);
    await actions.pickStyle(id);
  };

  const actions: Actions = {
    startCamera: (cameraId) => attempt(() => sources.startCamera(cameraId)),
    switchCamera: () => attempt(() => sources.switchCamera()),
    showDemo: () => attempt(() => sources.showDemo()),
    openSourceFile: (file, title) => attempt(() => sources.open(file, title ?? titleOf(file))),

    pickStyle: (id) => showLook({styles: [{id, weight: 1}]}),
    async stepStyle(step) {
      const {styles, look} = store.get();
      const index = styles.findIndex(({id}) => id === look.styles[0]?.id);
      const next = styles.at((index + step) % styles.length);
      if (next) await actions.pickStyle(next.id);
    },
    async addStyles(files) {
      // One after the other: a bad picture among them does not keep the others out.
      for (const file of files) await attempt(() => addStyle(file, titleOf(file)));
    },
    useFrameAsStyle: () => attempt(async () => addStyle(await sources.currentFrame(), 'My frame')),
    renameStyle: (id, title) => attempt(async () => (await parts.styles).rename(id, title)),
    removeStyle: (id) => attempt(async () => (await parts.styles).remove(id)),
    setLook: (change) => void showLook(change),

    setSettings: changeSettings,
    toggleMirror: () => {
      changeSettings({mirror: store.get().mirrored ? 'off' : 'on'});
    },
    setDivider(position) {
      const divider = position === null ? null : Math.min(1, Math.max(0, position));
      store.set({divider});
      void attempt(async () => (await engine).setView(viewOf(store.get())));
    },
    setPaused(paused) {
      store.set({paused});
      void attempt(async () => (await engine).setFrozen(paused));
    },

    startRecording: () => attempt(() => captures.start()),
    pauseRecording: captures.pause,
    resumeRecording: captures.resume,
    stopRecording: () => attempt(() => captures.stop()),
    takeSnapshot: () => attempt(() => captures.keepSnapshot()),
    shareClip: (id) => attempt(() => captures.shareClip(id)),
    removeClip: captures.removeClip,

    dismissNotice: notices.dismiss,
  };
  return actions;
}

/** A file's name without its ending. */
function titleOf(file: Blob): string {
  return file instanceof File ? file.name.replace(/\.[^.]+$/, '') : '';
}
