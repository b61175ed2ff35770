import {AppError} from '../notices/app-error.ts';
import type {Sources} from './sources.ts';

/** Shows what a program or the address asks for: `camera`, `screen`, `demo`, an address or a file. */
export async function showSource(sources: Sources, source: string | Blob): Promise<void> {
  if (source === 'camera') return sources.startCamera();
  if (source === 'screen') return sources.startScreen();
  if (source === 'demo') return sources.showDemo();
  if (source instanceof Blob) {
    return sources.open(source, source instanceof File ? source.name : 'File');
  }
  const address = URL.parse(source, location.href);
  if (!address) throw new AppError({key: 'source.no-address', values: {text: source}});
  return sources.open(address, address.pathname.split('/').at(-1) ?? source);
}
