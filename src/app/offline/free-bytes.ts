/** How many bytes the browser would keep beside what it keeps; Infinity where it does not say. */
export async function freeBytes(): Promise<number> {
  const {storage} = navigator as Partial<Navigator>;
  const {quota, usage = 0} = (await storage?.estimate().catch(() => {})) ?? {};
  return quota === undefined ? Infinity : Math.max(0, quota - usage);
}
