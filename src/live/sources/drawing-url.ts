import {sizeDrawing} from './size-drawing.ts';

/**
 * The address of a drawing (SVG) as an `<img>` takes it, with a size of its own. It is a `data:`
 * address: browsers that let nobody read a drawing with HTML in it (`foreignObject`) from a `blob:`
 * address let it be read from there.
 */
export async function drawingUrl(file: Blob): Promise<string> {
  const drawing = sizeDrawing(decodeDrawing(new Uint8Array(await file.arrayBuffer())));
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
}

/** The text of a drawing, without the declaration that names its encoding. */
function decodeDrawing(bytes: Uint8Array): string {
  return decoder(encodingOf(bytes))
    .decode(bytes)
    .replace(/^\s*<\?xml[^]*?\?>/, '');
}

/** By a byte order mark, by the zeros between the letters, by the declaration, else UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = String.fromCharCode(...bytes.subarray(0, 128));
  const named = /^[^<]{0,3}<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(declaration);
  return named?.[1] ?? 'utf-8';
}

function decoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
