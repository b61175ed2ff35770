/**
 * The text of a fragment shader: `#define` lines for what varies, then the parts in order.
 *
 * @param defines by name; `true` defines the name alone, `false` leaves it undefined
 */
export function shaderText(
  defines: Record<string, number | boolean | string>,
  parts: string[],
): string {
  const lines = Object.entries(defines)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? `#define ${name}` : `#define ${name} ${value}`));
  return ['#version 300 es', ...lines, PRECISION, ...parts].join('\n');
}

/** Phones take less where nothing is said: sampled half floats would lose what they hold. */
const PRECISION = `precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;`;
