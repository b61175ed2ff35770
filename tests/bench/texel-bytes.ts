/** RGBA16F, R8UI and the like: channels, bits of each, kind. */
const PLAIN = /^(R|RG|RGB|RGBA)(8|16|32)(F|I|UI|_SNORM)?$/;

/** Formats whose names do not tell their size; the first two are taken to hold bytes. */
const OTHERS: Record<string, number> = {
  RGB: 3,
  RGBA: 4,
  SRGB8_ALPHA8: 4,
  RGB10_A2: 4,
  R11F_G11F_B10F: 4,
};

const bytesByFormat = new Map<unknown, number>();
for (const [name, format] of Object.entries(WebGL2RenderingContext)) {
  const [, channels = '', bits] = PLAIN.exec(name) ?? [];
  const bytes = bits ? (channels.length * Number(bits)) / 8 : OTHERS[name];
  if (bytes) bytesByFormat.set(format, bytes);
}

/**
 * Bytes a texel of this internal format takes by its name; what a driver pads cannot be known.
 *
 * @throws for formats that no colour is drawn to
 */
export function texelBytes(internalFormat: unknown): number {
  const bytes = bytesByFormat.get(internalFormat);
  if (!bytes) throw new Error(`Expected a colour format, but got ${String(internalFormat)}.`);
  return bytes;
}
