import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Sound, SoundOrigin} from './sound.ts';
import {fitting} from './sound-memory.ts';
import type {SoundChoice} from './sound-state.ts';

/** What a program has a sound do; what is left out is as it was chosen last. */
export type Driving = Partial<SoundChoice> & {
  /** The microphone, where it is left out. */
  from?: SoundOrigin;
};

/**
 * Has a sound drive the look, or none.
 *
 * @throws AppError where nothing can be heard, or a choice is none
 */
export async function drive(
  store: Pick<Store<AppState>, 'get'>,
  sound: Sound,
  by: Driving | null,
): Promise<void> {
  const {from, ...choices} = by ?? {};
  const choice = fitting(choices);
  if (Object.keys(choice).length < Object.keys(choices).length) {
    throw new AppError({key: 'sound.no-choice'});
  }
  sound.stop();
  if (!by) return;
  sound.choose(choice);
  await sound.start(from);
  const {phase} = store.get().sound;
  if (phase === 'denied' || phase === 'unsupported') throw new AppError({key: `sound.${phase}`});
}
