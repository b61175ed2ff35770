import type {Cues} from '../../app/cues/cues.ts';
import type {CueCommand} from './cue-list.ts';

/** Does about the cues what a person wants. */
export function followCue(cues: Cues, command: CueCommand): unknown {
  switch (command.do) {
    case 'keep':
      return cues.keep();
    case 'recall':
      return cues.recall(command.place);
    case 'change':
      return cues.change(command.id, command.change);
    case 'move':
      return cues.move(command.id, command.by);
    case 'remove':
      return cues.remove(command.id);
    case 'save':
      return cues.save();
    case 'open':
      return cues.open(command.file);
    case 'autopilot':
      return cues.setAutopilot(command.seconds);
  }
}
