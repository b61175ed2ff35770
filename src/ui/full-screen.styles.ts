import {css} from 'lit';
import {sideways, tiny} from './kit/breakpoints.ts';

/** Where everything stands in full screen, and on a clean page. */
export const fullScreenStyles = css`
  /* Full screen: the stage takes it all, the controls float over it and leave when nobody moves. */
  :host([theatre]) {
    grid-template: 'stage' 100% / 100%;
    background: black;
    padding: 0;
    overflow: hidden;
  }
  :host(:is([theatre], [clean])) stage-panel::part(stage) {
    place-items: center;
    margin: 0;
  }
  :host([theatre]) :is(.brand, styles-panel, look-panel) {
    display: none;
  }
  :host([theatre]) sources-panel::part(source),
  :host([theatre]) stage-panel::part(tools),
  :host([theatre]) captures-panel::part(dock) {
    grid-area: stage;
    align-self: start;
    margin: 8px;
    transition: opacity var(--quick) var(--ease);
  }
  :host([theatre]) captures-panel::part(dock) {
    align-self: end;
    justify-self: center;
    z-index: 1;
    flex-direction: row;
    width: auto;
    gap: 14px;
    max-width: calc(100% - 16px);
    max-height: calc(100% - 16px);
    padding: 8px 14px;
    border-radius: 999px;
    background: var(--glass);
    -webkit-backdrop-filter: var(--glass-blur);
    backdrop-filter: var(--glass-blur);
  }
  @media ${sideways} {
    :host([theatre]) captures-panel::part(dock) {
      flex-direction: column;
      align-self: center;
      justify-self: end;
    }
    :host([theatre]) stage-panel::part(tools) {
      margin-right: 108px;
    }
  }
  @media ${tiny} {
    :host([theatre]) captures-panel::part(dock) {
      flex-wrap: nowrap;
      justify-content: safe center;
      gap: 8px;
      padding: 4px 8px;
      overflow: auto hidden;
      scrollbar-width: none;
    }
    :host([theatre]) captures-panel::part(bar) {
      order: 0;
      flex: none;
      flex-wrap: nowrap;
    }
  }
  :host([idle]) {
    cursor: none;
  }
  :host([theatre][idle]) sources-panel::part(source),
  :host([theatre][idle]) stage-panel::part(tools),
  :host([theatre][idle]) captures-panel::part(dock) {
    opacity: 0;
  }

  :host([clean]) {
    grid-template: 'stage' 100% / 100%;
    padding: 0;
    overflow: hidden;
  }
`;
