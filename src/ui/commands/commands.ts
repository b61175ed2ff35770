import type {Command} from './command.ts';

/** What one press changes the style strength by. */
const ALPHA_STEP = 0.05;

/** Every command, in the order of the help sheet. A new one is an object here. */
export const commands = {
  camera: {
    key: 'c',
    label: 'command.camera',
    perform: ({actions}) => actions.startCamera(),
  },
  record: {
    key: ' ',
    shown: {key: 'key.space'},
    label: 'command.record',
    perform({store, actions}) {
      const {phase} = store.get().captures.recording;
      if (phase === 'idle') return actions.startRecording();
      return phase === 'finishing' ? undefined : actions.stopRecording();
    },
  },
  snapshot: {
    key: 's',
    label: 'command.snapshot',
    perform({actions, flash}) {
      flash();
      return actions.takeSnapshot();
    },
  },
  previousStyle: {
    key: 'ArrowLeft',
    shown: '←',
    label: 'command.previous-style',
    repeats: true,
    perform: ({actions}) => actions.stepStyle(-1),
  },
  nextStyle: {
    key: 'ArrowRight',
    shown: '→',
    label: 'command.next-style',
    repeats: true,
    perform: ({actions}) => actions.stepStyle(1),
  },
  weaker: {
    key: '[',
    label: 'command.weaker',
    repeats: true,
    perform: ({actions}) => actions.changeAlpha(-ALPHA_STEP),
  },
  stronger: {
    key: ']',
    label: 'command.stronger',
    repeats: true,
    perform: ({actions}) => actions.changeAlpha(ALPHA_STEP),
  },
  divider: {
    key: 'b',
    label: 'command.divider',
    perform({store, actions}) {
      actions.setDivider(store.get().view.divider === null ? 0.5 : null);
    },
  },
  freeze: {
    key: 'p',
    label: 'command.freeze',
    perform({store, actions}) {
      actions.setFrozen(!store.get().view.frozen);
    },
  },
  mirror: {
    key: 'm',
    label: 'command.mirror',
    perform({actions}) {
      actions.toggleMirror();
    },
  },
  fullScreen: {
    key: 'f',
    label: 'command.full-screen',
    perform({toggleFullScreen}) {
      toggleFullScreen();
    },
  },
  popOut: {
    key: 'o',
    label: 'command.pop-out',
    perform: ({actions}) => actions.togglePopOut(),
  },
  help: {
    key: '?',
    label: 'command.help',
    perform({showHelp}) {
      showHelp();
    },
  },
} satisfies Record<string, Command>;

/** The name of a command. */
export type CommandName = keyof typeof commands;

/** The commands by name, in the order of the help sheet. */
export const commandEntries: readonly (readonly [CommandName, Command])[] = Object.entries(
  commands,
) as [CommandName, Command][];
