/** One tensor of a checkpoint. Its numbers are decoded only when they are asked for. */
export type CheckpointTensor = {
  /** The type of its numbers: `float32` and its like, or the file's own word for any other. */
  dtype: string;
  shape: readonly number[];
  /**
   * The numbers in row-major order, with the axes reordered where `axes` is given: `[2, 3, 1, 0]`
   * reads a kernel `[out, in, height, width]` as `[height, width, in, out]`.
   *
   * @throws Error where the numbers are of a type that cannot be read, or the file ends too early
   */
  values(axes?: readonly number[]): Float64Array;
};

/** The tensors of a checkpoint file by the names the file gives them. */
export type Checkpoint = Map<string, CheckpointTensor>;
