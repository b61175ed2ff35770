import type {Actions} from '../../app/actions.ts';
import type {AppState} from '../../app/state.ts';
import type {Store} from '../../app/store.ts';
import type {PlainKey} from '../../words/message.ts';

/** What a command works on: the studio, and what only the page can do. */
export type CommandTarget = {
  store: Pick<Store<AppState>, 'get'>;
  actions: Actions;
  /** Lights up the picture for a moment. */
  flash(): void;
  toggleFullScreen(): void;
  showHelp(): void;
};

/** Something a person can do by a key, and mostly by a button, too. */
export type Command = {
  /** The key, as `pressedKey` gives it. */
  key: string;
  /** How the key is shown, where that is not its capital. */
  shown?: string | {key: PlainKey};
  /** What it does, in words. */
  label: PlainKey;
  /** True where it is done again and again while the key is held. */
  repeats?: boolean;
  perform(target: CommandTarget): unknown;
};
