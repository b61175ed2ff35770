import type {Page} from 'playwright';

/**
 * Lets the page fetch the pictures of the first `count` styles it wants, and no more, so that it
 * cannot analyse the gallery in advance. Thumbnails are shown all the same.
 */
export async function serveStyles(page: Page, count: number): Promise<void> {
  const served = new Set<string>();
  await page.route('**/image-*.jpg', async (route) => {
    const request = route.request();
    if (request.resourceType() !== 'fetch') return route.continue();
    if (served.size < count) served.add(request.url());
    return served.has(request.url()) ? route.continue() : route.fulfill({status: 404});
  });
}
