/** What was imported. */
export type ImportedModel = {
  name: string;
  folder: string;
  width: number;
  parameters: number;
  /** The size of `weights.bin`. */
  bytes: number;
  /** Where each half came from, for people. */
  encoder: string;
  decoder: string;
  /** True where the encoder's activations are not scaled to a mean of 1, as the paper's are. */
  raw: boolean;
};
