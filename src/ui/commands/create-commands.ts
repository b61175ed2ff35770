import type {Actions} from '../../app/actions.ts';
import type {AppState} from '../../app/state.ts';
import type {Store} from '../../app/store.ts';
import type {Command} from './shortcuts.ts';

const ALPHA_STEP = 0.05;

/** What a command works on: the studio, and what the page itself can do. */
export type CommandTargets = {
  store: Store<AppState>;
  actions: Actions;
  flash: () => void;
  toggleFullScreen: () => void;
  showHelp: () => void;
};

/** What every shortcut does; buttons for the same thing do it too. */
export function createCommands({
  store,
  actions,
  flash,
  toggleFullScreen,
  showHelp,
}: CommandTargets): Record<Command, () => void> {
  const changeAlpha = (change: number) => {
    const alpha = Math.round((store.get().look.alpha + change) * 100) / 100;
    actions.setLook({alpha: Math.min(1, Math.max(0, alpha))});
  };
  return {
    camera: () => actions.startCamera(),
    record() {
      const {phase} = store.get().recording;
      if (phase === 'idle') void actions.startRecording();
      else if (phase !== 'finishing') void actions.stopRecording();
    },
    snapshot() {
      flash();
      void actions.takeSnapshot();
    },
    previousStyle: () => actions.stepStyle(-1),
    nextStyle: () => actions.stepStyle(1),
    weaker: () => changeAlpha(-ALPHA_STEP),
    stronger: () => changeAlpha(ALPHA_STEP),
    divider: () => actions.setDivider(store.get().divider === null ? 0.5 : null),
    freeze: () => actions.setPaused(!store.get().paused),
    mirror: () => actions.toggleMirror(),
    fullScreen: toggleFullScreen,
    help: showHelp,
  };
}
