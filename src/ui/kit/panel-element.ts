import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Actions} from '../../app/actions.ts';
import type {AppState} from '../../app/state.ts';
import type {Store} from '../../app/store.ts';
import type {CommandName} from '../commands/commands.ts';

/** What panels read and call. */
export type PanelContext = {
  store: Pick<Store<AppState>, 'get' | 'subscribe'>;
  actions: Actions;
  /** Does what the key of a command does. */
  perform(command: CommandName): void;
  /** Calls `use` as soon as the elements are there that come after the first picture. */
  later(use: () => void): void;
};

/**
 * A part of the page that belongs to one feature: it reads its slice of the store, hands it to leaf
 * elements as properties, and answers their events with actions. It has no box of its own; what lies
 * in it is laid out by the page, by the names of its parts.
 */
export abstract class PanelElement extends LitElement {
  /** Set before the element is connected, and never changed. */
  @property({attribute: false}) context!: PanelContext;

  /** The state of this moment. */
  protected get state(): AppState {
    return this.context.store.get();
  }

  protected get actions(): Actions {
    return this.context.actions;
  }
}
