/** A square of numbers, row by row: a height, a tone, a distance for every pixel. */
export type Field = {readonly size: number; readonly values: Float32Array};

/** A field of `size` × `size` numbers, each from `value` (0 when left out). */
export function createField(size: number, value?: (x: number, y: number) => number): Field {
  const values = new Float32Array(size * size);
  if (value) {
    for (let index = 0; index < values.length; index++) {
      values[index] = value(index % size, Math.floor(index / size));
    }
  }
  return {size, values};
}

/** The field's number at the pixel nearest to (x, y); points outside take the nearest edge. */
export function valueAt(field: Field, x: number, y: number): number {
  const last = field.size - 1;
  const column = Math.min(last, Math.max(0, Math.round(x)));
  const row = Math.min(last, Math.max(0, Math.round(y)));
  return field.values[row * field.size + column] as number;
}

/** The field softened by about a Gaussian of `radius` pixels (three box blurs). */
export function blurField(field: Field, radius: number): Field {
  const reach = Math.max(1, Math.round(radius));
  let current = field;
  for (let pass = 0; pass < 3; pass++) current = blurRows(blurRows(current, reach), reach);
  return current;
}

/** Blurs along rows and turns the field over its diagonal, so that two calls blur both ways. */
function blurRows({size, values}: Field, reach: number): Field {
  const turned = new Float32Array(values.length);
  const clamp = (x: number) => Math.min(size - 1, Math.max(0, x));
  for (let y = 0; y < size; y++) {
    const at = (x: number) => values[y * size + clamp(x)] as number;
    let sum = 0;
    for (let x = -reach; x <= reach; x++) sum += at(x);
    for (let x = 0; x < size; x++) {
      turned[x * size + y] = sum / (2 * reach + 1);
      sum += at(x + reach + 1) - at(x - reach);
    }
  }
  return {size, values: turned};
}
