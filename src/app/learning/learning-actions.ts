import type {Manner} from '../../network/fitting/recipes.ts';
import type {Attempt} from '../attempt.ts';
import {laterPart} from '../later-part.ts';
import {loadPart} from '../load-part.ts';
import type {Learner, LearnerParts} from './learner.ts';

/** What a person can do about learning styles. */
export type LearningActions = {
  /**
   * Fits a brush to a style on this machine, beside a recording where there is one: it was asked for. A
   * notice says what goes wrong.
   *
   * @param manner see `Learner.learn`
   */
  learnStyle(id: string, manner?: Manner): Promise<void>;
  /** Paints a style that came with a brush with that again, see `Learner.unlearn`. */
  unlearnStyle(id: string): Promise<void>;
  /** Ends that; what is learnt by then stays. */
  stopLearning(): void;
};

/** Learning, which comes apart: nobody needs it for the first picture. */
export type Learning = {
  actions: LearningActions;
  /** Learns a style, as `Learner.learn` does. */
  learn: Learner['learn'];
  /** From the first picture on: tells the store what could be learnt, and learns by itself. */
  begin(): Promise<void>;
  /** Learns no more of a style that was removed. */
  forget(id: string): void;
};

/** @param signal ends it all */
export function openLearning(parts: LearnerParts, attempt: Attempt, signal: AbortSignal): Learning {
  /** The learner, once there is one: what never began need not be stopped. */
  let present: Learner | undefined;
  const learner = laterPart(async () => {
    const {createLearner} = await import('./learner.ts');
    return (present = createLearner(parts, signal));
  });

  const stop = (id?: string) => {
    present?.stop(id);
  };

  const learn: Learner['learn'] = async (id, options) => (await learner()).learn(id, options);

  return {
    actions: {
      learnStyle: (id, manner) =>
        attempt(() => learn(id, {manner, besideRecording: isRecording(parts)})),
      unlearnStyle: (id) => attempt(async () => (await learner()).unlearn(id)),
      stopLearning: () => {
        stop();
      },
    },
    learn,
    async begin() {
      const {learnByItself} = await loadPart(import('./learn-by-itself.ts'));
      const it = await learner();
      it.follow();
      await learnByItself(parts.store, it, signal);
    },
    forget: stop,
  };
}

function isRecording({store}: Pick<LearnerParts, 'store'>): boolean {
  return store.get().captures.recording.phase !== 'idle';
}
