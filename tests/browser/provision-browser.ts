import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromium} from 'playwright';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) => {
    const folder = process.env[root];
    if (!folder) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
      (path) => join(folder, path),
    );
  }),
];

const HELP =
  'The browser tests need Chrome, Chromium or Edge and none could be found or installed. ' +
  'Install one (https://www.google.com/chrome, or "apt-get install chromium"), ' +
  'or set CHROME_PATH to its program, and run the tests again.';

/**
 * The path of a Chromium-based browser: `CHROME_PATH`, else an installed one, else one that is
 * installed now, by Playwright's download or by the system's package manager.
 *
 * @throws where none can be had, with a sentence that says what to install.
 */
export function provisionBrowser(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, but there is no such file.`);
  }
  const path = findBrowser() ?? (installBrowser(), findBrowser());
  if (!path) throw new Error(HELP);
  return path;
}

function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}

/** Tries one way after the other; each is known to fail somewhere, so failures are not errors yet. */
function installBrowser(): void {
  const root = process.getuid?.() === 0;
  const sudo = root ? [] : ['sudo', '-n'];
  const ways = [
    ['npx', 'playwright', 'install', ...(root ? ['--with-deps'] : []), 'chromium'],
    [...sudo, 'apt-get', 'update'],
    [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ];
  for (const [command, ...args] of ways) {
    if (findBrowser()) return;
    console.warn(`No browser found; trying: ${[command, ...args].join(' ')}`);
    spawnSync(command as string, args, {stdio: 'inherit', timeout: 600_000});
  }
}
