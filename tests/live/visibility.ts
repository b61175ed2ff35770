/** Makes the tab look hidden or shown, as people make it by switching tabs. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Gives `document.hidden` back to the browser. */
export function restoreVisibility(): void {
  Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}
