/**
 * What elements of this page tell of, by the name of the event. Each element declares its own in the
 * global `HTMLElementEventMap`, as `CustomEvent` of the detail, or of `void` where there is none.
 */
export type Details = {
  [
    Name in keyof HTMLElementEventMap as HTMLElementEventMap[Name] extends CustomEvent
      ? Name
      : never
  ]: HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;
};

/** Tells the panel around `element` what a person did: a bubbling, composed event. */
export function emit<Name extends keyof Details>(
  element: HTMLElement,
  name: Name,
  ...[detail]: Details[Name] extends undefined ? [] : [detail: Details[Name]]
): void {
  element.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
}
