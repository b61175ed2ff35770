import {measure, type Measurement, type Task} from './measure.ts';
import {type NetworkChoice, openNetwork} from './open-network.ts';

declare global {
  interface Window {
    /** Measures a network; once a page, so that nothing is left over from another one. */
    measureNetwork(choice: NetworkChoice, task: Task): Promise<Measurement>;
  }
}

window.measureNetwork = async (choice, task) => {
  const canvas = document.querySelector('canvas');
  if (!canvas) throw new Error('Expected a canvas on the page, but there is none.');
  return measure(canvas, await openNetwork(choice), task);
};
