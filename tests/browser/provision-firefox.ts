import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const COMMANDS = ['firefox-esr', 'firefox'];

/** Firefox draws WebGL in software only on a display, for which Xvfb stands in. */
const PACKAGES = ['firefox-esr', 'xvfb', 'libgl1-mesa-dri', 'libegl1', 'libgl1'];

/**
 * The path of Firefox: `FIREFOX_PATH`, else an installed one, else one that Debian's package manager
 * installs now, with what it needs where there is no display. Undefined where it cannot be had.
 */
export function provisionFirefox(): string | undefined {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  if (!isReady()) install();
  return isReady() ? find(COMMANDS) : undefined;
}

/** True where Firefox and a display are to be had. */
function isReady(): boolean {
  return find(COMMANDS) !== undefined && (hasDisplay() || find(['Xvfb']) !== undefined);
}

/** True where a window can be opened. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY']);
}

function find(commands: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return paths.find((path) => existsSync(path));
}

function install(): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const ways = [
    [...sudo, 'apt-get', 'update'],
    [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', ...PACKAGES],
  ];
  for (const [command, ...args] of ways) {
    console.warn(`No Firefox found; trying: ${[command, ...args].join(' ')}`);
    spawnSync(command as string, args, {stdio: 'inherit', timeout: 600_000});
  }
}
