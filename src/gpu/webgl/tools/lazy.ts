/** A thing that is made when it is first asked for. */
export type Lazy<Thing> = {
  /**
   * The thing.
   *
   * @throws what making it throws, and then makes it at the next call; after `dispose`
   */
  get(): Promise<Thing>;
  /** Frees the thing, as soon as it is there; may be called twice. */
  dispose(): void;
};

/** Makes a thing when it is first asked for, once. */
export function lazy<Thing extends {dispose(): void}>(make: () => Promise<Thing>): Lazy<Thing> {
  let coming: Promise<Thing> | undefined;
  let made: Thing | undefined;
  let disposed = false;

  async function makeOnce(): Promise<Thing> {
    try {
      made = await make();
    } catch (error) {
      coming = undefined;
      throw error;
    }
    if (disposed) made.dispose();
    return made;
  }

  return {
    async get() {
      if (!disposed) coming ??= makeOnce();
      const thing = await coming;
      if (disposed || !thing) throw new Error('Expected a thing in use, but it is disposed.');
      return thing;
    },
    dispose() {
      disposed = true;
      made?.dispose();
    },
  };
}
