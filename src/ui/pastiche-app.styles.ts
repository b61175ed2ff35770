import {css} from 'lit';
import {sideways, wide} from './kit/breakpoints.ts';

/** Where everything stands: a phone first, then a phone held sideways, a wide screen, full screen. */
export const appStyles = css`
  :host {
    display: grid;
    /* The picture gets all the room its shape can use, the gallery what that leaves. */
    grid-template:
      'stage' minmax(0, calc(100vw / var(--aspect, 1.3333) + 60px))
      'gallery' minmax(126px, 1fr)
      'strength' auto
      'dock' auto / minmax(0, 1fr);
    height: 100dvh;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    overflow: hidden;
  }
  stage-view {
    grid-area: stage;
  }
  @media (orientation: portrait) {
    stage-view {
      place-items: end center;
    }
  }
  .brand {
    grid-area: brand;
    display: none;
  }
  style-gallery {
    grid-area: gallery;
    min-height: 0;
  }
  style-strength {
    grid-area: strength;
    padding: 0 16px;
  }
  .dock {
    grid-area: dock;
    display: flex;
    align-items: center;
    justify-content: space-between;
    max-width: 420px;
    width: 100%;
    margin: 0 auto;
    padding: 2px clamp(10px, 5vw, 18px) 14px;
  }
  .settings {
    min-width: 48px;
    min-height: 48px;
  }

  /* On a phone these lie over the stage. */
  source-menu,
  stage-tools,
  .messages {
    grid-area: stage;
    align-self: start;
    z-index: 1;
    margin: 8px;
  }
  source-menu {
    justify-self: start;
    max-width: calc(100% - 16px - 3 * var(--touch) - 8px);
  }
  stage-tools {
    justify-self: end;
  }
  .messages {
    justify-self: center;
    display: grid;
    justify-items: center;
    gap: 8px;
    margin-top: 60px;
    pointer-events: none;
  }

  @media ${sideways} {
    :host {
      grid-template:
        'stage dock gallery' minmax(0, 1fr)
        'stage dock strength' auto / minmax(0, 1fr) 84px clamp(180px, 32%, 256px);
    }
    .dock {
      flex-direction: column;
      justify-content: center;
      gap: 8px;
      width: auto;
      padding: 6px;
    }
    style-strength {
      padding: 0 12px 4px 4px;
    }
  }

  @media ${wide} {
    :host {
      grid-template:
        'stage stage stage brand' auto
        'stage stage stage gallery' minmax(0, 1fr)
        'source dock tools strength' 96px /
        minmax(0, 1fr) auto minmax(0, 1fr) clamp(300px, 25vw, 420px);
    }
    stage-view {
      place-items: center;
      margin: 14px 0 0 14px;
    }
    .brand {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 14px 10px 10px 18px;
    }
    .name {
      flex: 1;
      font-size: 19px;
      font-weight: 650;
      letter-spacing: -0.015em;
    }
    style-strength {
      align-self: center;
      padding: 0 18px;
    }
    .dock {
      gap: 18px;
      width: auto;
      padding: 0;
    }
    source-menu,
    stage-tools {
      align-self: center;
      margin: 0 14px;
    }
    source-menu {
      grid-area: source;
      max-width: calc(100% - 28px);
    }
    stage-tools {
      grid-area: tools;
    }
    :host(:not([theatre])) :is(source-menu, stage-tools) {
      background: none;
      backdrop-filter: none;
      box-shadow: none;
    }
    .messages {
      margin-top: 28px;
    }
  }

  /* Full screen: the stage takes it all, the controls float over it and leave when nobody moves. */
  :host([theatre]) {
    grid-template: 'stage' 100% / 100%;
    background: black;
    padding: 0;
  }
  :host(:is([theatre], [clean])) stage-view {
    place-items: center;
    margin: 0;
  }
  :host([theatre]) :is(.brand, style-gallery, style-strength) {
    display: none;
  }
  :host([theatre]) :is(source-menu, stage-tools, .dock) {
    grid-area: stage;
    align-self: start;
    margin: 8px;
    transition: opacity var(--quick) var(--ease);
  }
  :host([theatre]) .dock {
    align-self: end;
    justify-self: center;
    z-index: 1;
    flex-direction: row;
    width: auto;
    gap: 14px;
    padding: 8px 14px;
    border-radius: 999px;
    background: var(--glass);
    -webkit-backdrop-filter: var(--glass-blur);
    backdrop-filter: var(--glass-blur);
  }
  @media ${sideways} {
    :host([theatre]) .dock {
      flex-direction: column;
      align-self: center;
      justify-self: end;
    }
    :host([theatre]) stage-tools {
      margin-right: 108px;
    }
  }
  :host([idle]) {
    cursor: none;
  }
  :host([theatre][idle]) :is(source-menu, stage-tools, .dock):not(:has(:focus-visible)) {
    opacity: 0;
  }

  :host([clean]) {
    grid-template: 'stage' 100% / 100%;
    padding: 0;
  }
`;
