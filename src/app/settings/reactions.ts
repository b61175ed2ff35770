/** What a changed setting can set off. */
export type Reactions = {
  /** Paints at another size. */
  resize(size: number | 'auto'): void;
  /** Shows the picture mirrored or not. */
  mirror(): void;
  /** Shows the picture enlarged or not. */
  enlarge(): void;
  /** Changes to the network that the settings name. */
  changeNetwork(): void;
};
