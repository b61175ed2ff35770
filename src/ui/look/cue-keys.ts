import {nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {isKeyTaken} from '../commands/is-key-taken.ts';
import {PanelElement} from '../kit/panel-element.ts';

/** What the keys step by: those of the clickers that people hold talks with. */
const STEPS: Partial<Record<string, 1 | -1>> = {PageDown: 1, PageUp: -1};

/** Recalls cues by the keys 1 to 9, and steps through them by Page Up and Page Down. It shows nothing. */
@customElement('cue-keys')
export class CueKeys extends PanelElement {
  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKeyDown);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKeyDown);
  }

  override render() {
    return nothing;
  }

  private readonly onKeyDown = (event: KeyboardEvent) => {
    const {altKey, ctrlKey, metaKey, key} = event;
    if (altKey || ctrlKey || metaKey || this.state.cues.list.length === 0) return;
    const step = STEPS[key];
    const place = /^[1-9]$/.test(key) ? Number(key) - 1 : undefined;
    if ((step === undefined && place === undefined) || isKeyTaken(event)) return;
    event.preventDefault();
    void this.actions.withCues((cues) =>
      step === undefined ? cues.recall(place ?? 0) : cues.step(step),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cue-keys': CueKeys;
  }
}
