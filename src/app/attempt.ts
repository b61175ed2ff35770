/** Runs something and tells the person what goes wrong; never rejects. */
export type Attempt = (run: () => Promise<unknown>) => Promise<void>;
