import {USUAL_CALM} from '../../src/app/look/calm-key.ts';
import {STYLE_COLOURS} from '../../src/app/look/colour-key.ts';

/** What a look has where a test is about something else. */
export const USUAL = {colour: STYLE_COLOURS, calm: USUAL_CALM};
