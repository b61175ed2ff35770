import {spawn} from 'node:child_process';
import type {Readable} from 'node:stream';
import {hasDisplay} from './provision-firefox.ts';

/** A display for windows that nobody sees; `name` is what `DISPLAY` wants. */
export type Display = {name: string; close(): void};

/** The display there is, else one of Xvfb's; the caller closes it. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return {name: process.env['DISPLAY'] ?? '', close() {}};
  const args = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => {
      reject(new Error('Expected Xvfb to open a display, but it ended.'));
    });
    (server.stdio[3] as Readable).once('data', (data: Buffer) => {
      resolve(data.toString().trim());
    });
  });
  return {name: `:${number}`, close: () => void server.kill()};
}
