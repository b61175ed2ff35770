/**
 * What nobody needs for the first picture: elements, and what they say. It comes after that, in a file of its
 * own.
 */
import './captures/clip-tray.ts';
import './captures/export-sheet.ts';
import './captures/recording-time.ts';
import './commands/help-sheet.ts';
import './look/cue-keys.ts';
import './look/learn-style.ts';
import './look/look-tools.ts';
import './settings/settings-sheet.ts';
import './sources/camera-controls.ts';
import './sources/file-drop.ts';
import './stage/before-after.ts';
import './stage/film-bar.ts';
import './stage/mask-brush.ts';
import './stage/stats-overlay.ts';
import './styles/own-style-sheet.ts';
import {enLater} from '../words/en-later.ts';
import {addWords} from '../words/say.ts';

addWords(enLater);
