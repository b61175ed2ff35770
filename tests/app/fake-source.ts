import {vi} from 'vitest';
import type {FrameSource, SourceHealth} from '../../src/live/sources/frame-source.ts';

/** A source without a picture whose health the test tells. */
export type FakeSource = FrameSource & {
  /** Tells those who listen that its picture moves, stands still or is over. */
  tell(health: SourceHealth): void;
  readonly closed: boolean;
  /** How many listen to its health. */
  readonly listening: number;
};

/** Makes a source; `change` says in what it differs from the demo. */
export function fakeSource<Change extends Partial<FrameSource>>(
  change: Change = {} as Change,
): FakeSource & Change {
  const listeners = new Set<(health: SourceHealth) => void>();
  let health: SourceHealth = 'live';
  let closed = false;
  const source: FakeSource = {
    kind: 'demo',
    title: 'Demo',
    facesPerson: false,
    size: () => ({width: 64, height: 48}),
    onFrame: () => () => {},
    frame: (timeMs) => ({
      image: document.createElement('canvas'),
      size: {width: 64, height: 48},
      timeMs,
      close() {},
    }),
    onHealth(listener) {
      listeners.add(listener);
      if (health !== 'live') listener(health);
      return () => listeners.delete(listener);
    },
    resume: vi.fn(),
    close: vi.fn(() => {
      closed = true;
    }),
    tell(next) {
      health = next;
      for (const listener of [...listeners]) listener(next);
    },
    get closed() {
      return closed;
    },
    get listening() {
      return listeners.size;
    },
  };
  return Object.defineProperties(source, Object.getOwnPropertyDescriptors(change)) as FakeSource &
    Change;
}
