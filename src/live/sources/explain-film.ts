import {beginsWith} from './file-kind.ts';

/** How films begin that no browser plays, and that cannot be looked into here: AVI, FLV, WMV, MPEG. */
const OLD = ['RIFF....AVI ', 'FLV', '\x30\x26\xb2\x75', '\0\0\x01\xba', '\0\0\x01\xb3'];

/**
 * Why a browser does not play a film, by what is in the file: it has no picture, one of a kind that
 * the browser does not know, or it is no film that can be read.
 */
export async function explainFilm(file: Blob): Promise<'no-picture' | 'codec' | 'unreadable'> {
  try {
    if (await beginsWith(file, OLD)) return 'codec';
    // Only a film that fails needs it, so it is loaded then.
    const {ALL_FORMATS, BlobSource, Input, MATROSKA, MPEG_TS} = await import('mediabunny');
    const input = new Input({source: new BlobSource(file), formats: ALL_FORMATS});
    try {
      const picture = await input.getPrimaryVideoTrack();
      if (!picture) return (await input.getTracks()).length > 0 ? 'no-picture' : 'unreadable';
      const format = await input.getFormat();
      const inFewBrowsers = format === MATROSKA || format === MPEG_TS;
      // What could be decoded, and is not played, is damaged.
      return (await picture.canDecode()) && !inFewBrowsers ? 'unreadable' : 'codec';
    } finally {
      input.dispose();
    }
  } catch {
    return 'unreadable';
  }
}
