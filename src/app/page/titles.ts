import {say} from '../../words/say.ts';

/** What things are called that a person has not named. */
export function givenTitles(): {style: string; frame: string} {
  return {style: say('style.untitled'), frame: say('style.of-frame')};
}
