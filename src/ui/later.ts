/** The elements that nobody needs for the first picture: they come after it, in a file of their own. */
import './captures/clip-tray.ts';
import './commands/help-sheet.ts';
import './look/learn-style.ts';
import './look/look-tools.ts';
import './settings/settings-sheet.ts';
import './stage/before-after.ts';
import './stage/stats-overlay.ts';
import './styles/own-style-sheet.ts';
