import type {PlainKey} from '../../words/message.ts';
import {say, sentence} from '../../words/say.ts';
import type {Command} from './command.ts';
import {type CommandName, commands} from './commands.ts';

/** The key of a command as a keyboard has it on top. */
export function shownKey({key, shown = key.toUpperCase()}: Command): string {
  return typeof shown === 'string' ? shown : sentence(shown);
}

/** The title of a button that does what a command does, with the command's key. */
export function titleWithKey(name: CommandName, label: PlainKey = commands[name].label): string {
  return say('command.with-key', {label: {key: label}, key: shownKey(commands[name])});
}
