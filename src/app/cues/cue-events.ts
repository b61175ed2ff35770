import type {Cue} from './cues-state.ts';

/**
 * The event by which a program beside the page recalls cues: in OBS, `obs-websocket` lets it reach a browser source
 * (vendor `obs-browser`, request `emit_event`, `event_name` of this name).
 */
export const CUE_EVENT = 'pastiche';

/** What events do with cues. */
export type CueSteps = {
  recall(place: number): Promise<void>;
  step(by: 1 | -1): Promise<void>;
};

/**
 * Recalls cues by events of the window, whose `detail` is `{cue: 2}` for the second, `{cue: 'Intro'}` for one by its
 * name, or `{step: 1}`, `{step: -1}`. Others do nothing.
 *
 * @param signal ends it
 */
export function recallByEvents(
  {recall, step}: CueSteps,
  list: () => readonly Cue[],
  signal: AbortSignal,
): void {
  function follow(event: Event): Promise<void> | undefined {
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const {cue, step: by} = (detail ?? {}) as Partial<Record<string, unknown>>;
    if (by === 1 || by === -1) return step(by);
    if (typeof cue === 'number') return recall(cue - 1);
    if (typeof cue === 'string') return recall(list().findIndex(({name}) => name === cue));
    return undefined;
  }
  addEventListener(CUE_EVENT, (event) => void follow(event)?.catch(console.warn), {signal});
}
