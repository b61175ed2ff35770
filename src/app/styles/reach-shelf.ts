import {TooLateError} from '../../within.ts';
import type {Notices} from '../notices/notices.ts';
import {createForgetfulShelf, openShelf, type StyleShelf} from './style-shelf.ts';

/** Opens the shelf; where the browser has none, or does not answer, one that lasts for the visit. */
export async function reachShelf(notices: Pick<Notices, 'show'>): Promise<StyleShelf> {
  try {
    return await openShelf();
  } catch (error) {
    // A storage that is denied is not missed before something is to be kept.
    if (error instanceof TooLateError) notices.show('error', {key: 'style.no-shelf'});
    return createForgetfulShelf();
  }
}
