/** Bytes that the browser lets this page keep; undefined where it does not tell. */
export async function roomLeft(): Promise<number | undefined> {
  const storage: Partial<StorageManager> = navigator.storage;
  const {quota, usage = 0} = (await storage.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined ? undefined : quota - usage;
}
