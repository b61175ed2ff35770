import {USUAL_CALM} from '../../src/app/look/calm-key.ts';
import {STYLE_COLOURS} from '../../src/app/look/colour-key.ts';
import {USUAL_EDGE} from '../../src/app/look/edge-key.ts';
import {NOT_PAINTED} from '../../src/app/look/painted-key.ts';
import {AS_LOOK} from '../../src/app/look/region-key.ts';

/** What a paint has where a test is about something else. */
export const USUAL = {colour: STYLE_COLOURS, calm: USUAL_CALM};

/** What a look has where a test is about something else. */
export const USUAL_LOOK = {
  ...USUAL,
  person: AS_LOOK,
  background: AS_LOOK,
  edge: USUAL_EDGE,
  painted: NOT_PAINTED,
};
