import type {Attempt} from '../attempt.ts';
import type {Learner} from './learner.ts';

/** What a person can do about learning styles. */
export type LearningActions = {
  /** Fits a brush to a style on this machine; a notice says what goes wrong. */
  learnStyle(id: string): Promise<void>;
  /** Ends that; what is learnt by then stays. */
  stopLearning(): void;
};

export function learningActions(learner: Learner, attempt: Attempt): LearningActions {
  return {
    learnStyle: (id) => attempt(() => learner.learn(id)),
    stopLearning() {
      learner.stop();
    },
  };
}
