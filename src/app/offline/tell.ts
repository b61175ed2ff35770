import type {Answers, Order} from '../../offline/orders.ts';
import {within} from '../../within.ts';

/** Browsers end a service worker that takes longer over one thing, in milliseconds. */
const ANSWER_MS = 300_000;

/** Tells a service worker to do something, and waits for nothing. */
export function tell(worker: ServiceWorker, order: Order): void {
  worker.postMessage(order);
}

/**
 * Tells a service worker to do something, and gives what it answers.
 *
 * @throws TooLateError if it was ended meanwhile
 */
export async function ask<Name extends keyof Answers>(
  worker: ServiceWorker,
  order: Extract<Order, {do: Name}>,
): Promise<Answers[Name]> {
  const {port1, port2} = new MessageChannel();
  const answer = new Promise<Answers[Name]>((resolve) => {
    port1.onmessage = ({data}: MessageEvent<Answers[Name]>) => {
      resolve(data);
    };
  });
  worker.postMessage(order, [port2]);
  try {
    return await within(ANSWER_MS, answer);
  } finally {
    port1.close();
  }
}
