/** A drawing's longer side is at least this, in pixels: what is drawn small blurs as a style. */
export const LEAST_SIDE = 1024;

/** Nobody asks for more; browsers draw no side of any length. */
const MOST_SIDE = 4096;

/** CSS pixels in a unit; letters are taken for 16 pixels. */
const UNITS: Partial<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/** The tag that a drawing begins with: its name, its attributes, the slash of an empty one. */
const ROOT = /<((?:[\w-]+:)?svg)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SIZES_IN_STYLE = /(^|;)\s*(?:(?:min|max)-)?(?:width|height)\s*:[^;]*/gi;

/**
 * A drawing (SVG) with a size of its own, in pixels: large enough, with the aspect of the size it had,
 * else of its view box. Text that is no drawing is given back.
 *
 * By patterns, not by `DOMParser`: that one reports every style in a drawing as a breach of the page's
 * policy.
 */
export function sizeDrawing(svg: string): string {
  // Blanks instead of comments: a tag within one is none, and places stay.
  const bare = svg.replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));
  const root = ROOT.exec(bare);
  if (!root) return svg;
  const [tag, name, written = '', slash] = root;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single = ''] of written.matchAll(ATTRIBUTE)) {
    attributes.set(key, double ?? single.replaceAll('"', '&quot;'));
  }
  giveSize(attributes);
  const all = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  const before = svg.slice(0, root.index);
  return `${before}<${name}${all}${slash}>${svg.slice(root.index + tag.length)}`;
}

function giveSize(attributes: Map<string, string>): void {
  const width = lengthOf(attributes.get('width'));
  const height = lengthOf(attributes.get('height'));
  const box = boxOf(attributes.get('viewBox'));
  if (!box && width && height) attributes.set('viewBox', `0 0 ${width} ${height}`);
  const boxAspect = box ? box.width / box.height : 1;
  const aspect = width && height ? width / height : boxAspect;
  const longer = Math.min(MOST_SIDE, Math.max(LEAST_SIDE, width ?? 0, height ?? 0));
  attributes.set('width', String(aspect >= 1 ? longer : Math.max(1, longer * aspect)));
  attributes.set('height', String(aspect >= 1 ? Math.max(1, longer / aspect) : longer));
  // A size in the style comes before the attributes.
  const style = attributes.get('style')?.replace(SIZES_IN_STYLE, '$1');
  if (style !== undefined) attributes.set('style', style);
}

/** In pixels; undefined for percentages and what is no length. */
function lengthOf(text = ''): number | undefined {
  const [, digits, unit = ''] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const length = Number(digits) * (UNITS[unit.toLowerCase()] ?? NaN);
  return length > 0 && Number.isFinite(length) ? length : undefined;
}

function boxOf(text = ''): {width: number; height: number} | undefined {
  const [, , width = 0, height = 0] = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? {width, height} : undefined;
}
