import type {Sound} from '../../app/sound/sound.ts';
import type {SoundCommand} from './sound-panel.ts';

/** Does with sound what the panel has told. */
export function followSound(sound: Sound, command: SoundCommand): unknown {
  switch (command.do) {
    case 'start':
      return sound.start(command.from);
    case 'stop':
      return sound.stop();
    case 'choose':
      return sound.choose(command.choice);
  }
}
