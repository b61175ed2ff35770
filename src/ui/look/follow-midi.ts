import type {Midi} from '../../app/midi/midi.ts';
import type {MidiCommand} from './midi-panel.ts';

/** Does about controllers what a person wants. */
export function followMidi(midi: Midi, command: MidiCommand): unknown {
  switch (command.do) {
    case 'start':
      return midi.start();
    case 'learn':
      return midi.learn(command.target);
    case 'forget':
      return midi.forget(command.target);
  }
}
