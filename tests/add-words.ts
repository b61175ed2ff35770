import {enLater} from '../src/words/en-later.ts';
import {addWords} from '../src/words/say.ts';

// Tests of a part see the page as it is once all of it is there.
addWords(enLater);
