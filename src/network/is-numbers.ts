/** Whether something is so many finite numbers: what comes out of a storage may be anything. */
export function isNumbers(value: unknown, length: number): value is Float32Array {
  return value instanceof Float32Array && value.length === length && value.every(Number.isFinite);
}
