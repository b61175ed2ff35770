import {ContextLostError} from '../../gpu/context-lost-error.ts';
import type {Brush} from '../../network/brush.ts';
import type {Fitter, KeptFit} from '../../network/fitting/fitter.ts';

/** How far a fit is: 0…1, and what it still takes in seconds; undefined while that is not known. */
export type LearningProgress = {share: number; secondsLeft: number | undefined};

/** What learning needs; time comes in so that tests can drive it. */
export type LearnParts = {
  /** Begins a fit, or goes on with one; waits for the GPU where that is away. */
  openFitter: (start: KeptFit | undefined) => Promise<Fitter>;
  /** Steps of a whole fit. */
  steps: number;
  /** Where an earlier fit was. */
  start: KeptFit | undefined;
  /** Takes note of where the fit is. What it throws costs no more than the next visit its start. */
  keep: (fit: KeptFit) => Promise<void>;
  /** Shows a brush that is better than the one before. */
  show: (brush: Brush) => void;
  /** Told after each step. */
  onProgress: (progress: LearningProgress) => void;
  /** Resolves as soon as nothing stands in the way of a step. */
  ready: () => Promise<void>;
  /** The time in milliseconds. */
  now: () => number;
};

/** A person sees the style being learnt: so often a brush is shown and kept, in steps. */
const SHOW_EVERY = 10;

/** Losses of the GPU without a step between them, after which it is given up. */
const MOST_LOSSES = 3;

/** How much the newest step counts in the time that a step takes. */
const SMOOTHING = 0.2;

/**
 * Learns a style to its end, whatever happens to the GPU meanwhile, or until it is told to stop; either way
 * what is learnt by then is kept and shown.
 *
 * @throws FitFailedError where the numbers are none any more, ContextLostError where the GPU goes away
 *   again and again: what was shown last is good
 */
export async function learn(parts: LearnParts, signal: AbortSignal): Promise<'learnt' | 'stopped'> {
  let kept = parts.start;
  let losses = 0;
  for (;;) {
    const before = kept?.steps ?? 0;
    try {
      return await learnOn(parts, kept, signal, (fit) => (kept = fit));
    } catch (error) {
      if (!(error instanceof ContextLostError)) throw error;
      losses = (kept?.steps ?? 0) > before ? 1 : losses + 1;
      if (losses > MOST_LOSSES) throw error;
    }
  }
}

async function learnOn(
  {openFitter, steps, keep, show, onProgress, ready, now}: LearnParts,
  start: KeptFit | undefined,
  signal: AbortSignal,
  onKept: (fit: KeptFit) => void,
): Promise<'learnt' | 'stopped'> {
  const fitter = await openFitter(start);
  let stepMs: number | undefined;
  let shown = fitter.steps;

  /** What is learnt so far, if there is anything new. */
  async function publish() {
    if (fitter.steps === shown) return;
    const fit = await fitter.read();
    shown = fit.steps;
    onKept(fit);
    show(fit.brush);
    await keep(fit).catch(() => {});
  }

  try {
    while (fitter.steps < steps && !signal.aborted) {
      await ready();
      if (signal.aborted) break;
      const begunMs = now();
      await fitter.step(() => Promise.resolve(signal.throwIfAborted()));
      const tookMs = now() - begunMs;
      stepMs = stepMs === undefined ? tookMs : stepMs + SMOOTHING * (tookMs - stepMs);
      const left = steps - fitter.steps;
      // The first step compiles what it needs.
      const secondsLeft =
        fitter.steps - (start?.steps ?? 0) > 1 ? (left * stepMs) / 1000 : undefined;
      onProgress({share: fitter.steps / steps, secondsLeft});
      if (left === 0 || fitter.steps % SHOW_EVERY === 0) await publish();
    }
    await publish();
    return fitter.steps >= steps ? 'learnt' : 'stopped';
  } catch (error) {
    if (!signal.aborted) throw error;
    await publish();
    return 'stopped';
  } finally {
    fitter.dispose();
  }
}
