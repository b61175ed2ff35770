/** Tells the root element what a person did: a bubbling, composed event with `detail`. */
export function emit(element: Element, name: string, detail?: unknown): void {
  element.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
}
