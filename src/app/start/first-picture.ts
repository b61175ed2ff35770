import type {Engine} from '../../live/engine.ts';
import {TooLateError, within} from '../../within.ts';
import type {Looks} from '../look/looks.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Notices} from '../notices/notices.ts';
import type {Asked} from '../page/address.ts';
import {showSource} from '../sources/show-source.ts';
import type {Sources} from '../sources/sources.ts';
import type {StyleEntry} from '../styles/styles-state.ts';

/** Who asks for a camera may have to answer first; meanwhile the demo moves, in milliseconds. */
const SOURCE_MS = 3000;

/** Styles of the gallery that are tried where the first one cannot be had. */
const TRIED_STYLES = 3;

/** What the first picture is made with. */
export type FirstPictureParts = {
  asked: Asked;
  gallery: readonly StyleEntry[];
  notices: Pick<Notices, 'show'>;
  engine: Promise<Engine>;
  /** Resolves once the person's own styles are there. */
  library: Promise<unknown>;
  looks: Looks;
  sources: Sources;
};

/**
 * Brings the first painted frame onto the canvas: what the address asks for, else what there is. One
 * sentence says what is missing.
 *
 * @throws where nothing can be painted at all
 */
export async function firstPicture(parts: FirstPictureParts): Promise<void> {
  await Promise.all([openLook(parts), openSource(parts)]);
  const {firstFrame} = await parts.engine;
  await firstFrame;
}

/** The look the address asks for, or the first one where that cannot be. */
async function openLook({asked, gallery, notices, engine, library, looks}: FirstPictureParts) {
  await library;
  const {styles, person, background} = asked.look;
  const others = gallery.slice(0, TRIED_STYLES).map(({id}) => ({styles: [{id, weight: 1}]}));
  const wanted = styles ? [{styles}, ...others] : others;
  const regions = {...(person && {person}), ...(background && {background})};
  const choices = (person ?? background) ? [{...wanted[0], ...regions}, ...wanted] : wanted;
  for (const [index, choice] of choices.entries()) {
    try {
      await looks.change(choice);
      return;
    } catch (error) {
      // Without an engine no style can be shown, and the start says why.
      await engine;
      notices.show('error', messageOf(error));
      if (index === choices.length - 1) throw error;
    }
  }
}

/** The source the address asks for, or the demo where that cannot be, or is not there yet. */
async function openSource({asked, notices, engine, sources}: FirstPictureParts) {
  const opening = showSource(sources, asked.source ?? 'demo');
  // What went wrong is told below, once there is something to go on with.
  opening.catch(() => {});
  await engine;
  try {
    await within(SOURCE_MS, opening);
    return;
  } catch (error) {
    if (!(error instanceof TooLateError)) {
      notices.show('error', messageOf(error));
      return sources.showDemo();
    }
  }
  await sources.showMeanwhile();
  opening.catch((error: unknown) => {
    notices.show('error', messageOf(error));
  });
}
