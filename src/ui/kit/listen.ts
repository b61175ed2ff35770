import type {Details} from './emit.ts';

/** What is done about events, by their names; it gets the detail. */
export type Handlers = {[Name in keyof Details]?: (detail: Details[Name]) => unknown};

/** Lets `panel` answer what the elements in it tell, for as long as it lives. */
export function listen(panel: HTMLElement, handlers: Handlers): void {
  for (const name of Object.keys(handlers) as (keyof Details)[]) answer(panel, name, handlers);
}

function answer<Name extends keyof Details>(panel: HTMLElement, name: Name, handlers: Handlers) {
  panel.addEventListener(name, (event: Event) => {
    if (event instanceof CustomEvent) handlers[name]?.(event.detail);
  });
}
