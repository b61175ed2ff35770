import type {Locator, Page} from 'playwright';

/** The cards of the gallery that are picked, or that are not. */
export function galleryCards(page: Page, state: {checked: boolean}): Locator {
  return page.locator('style-gallery').getByRole('radio', state);
}
