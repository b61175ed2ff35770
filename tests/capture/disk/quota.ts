import {cdp} from 'vitest/browser';

/** The browser gives this page no more room than so many bytes; all it has, where none are named. */
export async function setQuota(quotaSize?: number): Promise<void> {
  const session = cdp() as unknown as {send(method: string, options: object): Promise<void>};
  const {origin} = location;
  await session.send('Storage.overrideQuotaForOrigin', {origin, ...(quotaSize && {quotaSize})});
}
