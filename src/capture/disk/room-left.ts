/** Bytes that the browser lets this page keep beside what it keeps; undefined where it does not tell. */
export async function roomLeft(): Promise<number | undefined> {
  const {storage} = navigator as Partial<Navigator>;
  const {quota, usage = 0} = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined ? undefined : Math.max(0, quota - usage);
}
