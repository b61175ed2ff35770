import {css} from 'lit';
import {narrow, roomy, sideways, wide} from './kit/breakpoints.ts';

/**
 * Where everything stands: a phone first, then a phone held sideways, a wide screen. What is
 * different in a tiny window and in full screen is laid over it.
 */
export const appStyles = css`
  :host {
    position: relative;
    display: grid;
    /* The picture gets all the room its shape can use, the gallery what that leaves. */
    grid-template:
      'stage' minmax(0, calc(100vw / var(--aspect, 1.3333) + 60px))
      'gallery' minmax(126px, 1fr)
      'look' auto
      'dock' auto / minmax(0, 1fr);
    height: 100dvh;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    overflow: hidden;
  }
  stage-panel::part(stage) {
    grid-area: stage;
  }
  @media (orientation: portrait) {
    stage-panel::part(stage) {
      place-items: end center;
    }
  }
  .brand {
    grid-area: brand;
    display: none;
  }
  styles-panel::part(gallery) {
    grid-area: gallery;
    min-height: 0;
  }
  look-panel::part(look) {
    grid-area: look;
    padding: 0 16px;
  }
  captures-panel::part(dock) {
    grid-area: dock;
    display: flex;
    align-items: center;
    justify-content: space-between;
    max-width: 420px;
    width: 100%;
    margin: 0 auto;
    padding: 2px clamp(10px, 5vw, 18px) 14px;
  }

  /* On a phone these lie over the stage. */
  sources-panel::part(source),
  stage-panel::part(tools),
  captures-panel::part(time),
  notices-panel::part(notices) {
    grid-area: stage;
    align-self: start;
    z-index: 1;
    margin: 8px;
  }
  sources-panel::part(source) {
    justify-self: start;
    max-width: calc(100% - 16px - 3 * var(--touch) - 8px);
  }
  stage-panel::part(tools) {
    justify-self: end;
  }
  captures-panel::part(time),
  notices-panel::part(notices) {
    --under-pills: 60px;
    justify-self: center;
    margin-top: var(--under-pills);
    pointer-events: none;
  }
  captures-panel[timed] ~ notices-panel::part(notices) {
    margin-top: calc(var(--under-pills) + 42px);
  }

  @media ${roomy} and (min-width: 760px) and (max-height: 719.98px) {
    /* Between the pills, as the stage is low. */
    notices-panel::part(notices) {
      --under-pills: 8px;
      max-width: calc(100% - 316px);
    }
  }

  @media ${narrow} {
    captures-panel::part(dock) {
      flex-wrap: wrap;
      row-gap: 8px;
    }
    captures-panel::part(bar) {
      order: -1;
      flex: 1 0 100%;
      flex-wrap: wrap;
      justify-content: center;
    }
  }

  @media ${sideways} {
    :host {
      grid-template:
        'stage dock gallery' minmax(0, 1fr)
        'stage dock look' auto / minmax(0, 1fr) 84px clamp(180px, 32%, 256px);
    }
    captures-panel::part(dock) {
      flex-direction: column;
      /* Where there is no room for all of it, it scrolls. */
      justify-content: safe center;
      gap: 8px;
      width: auto;
      min-height: 0;
      padding: 6px;
      overflow: hidden auto;
      scrollbar-width: none;
    }
    look-panel::part(look) {
      /* The gallery keeps a row in sight. */
      max-height: calc(100dvh - 150px);
      padding: 0 12px 4px 4px;
      overflow: hidden auto;
      scrollbar-width: none;
    }
  }

  @media ${sideways} and (max-height: 319.98px) {
    /* The gallery counts more; this scrolls, as the dock does. */
    look-panel::part(look) {
      max-height: 52px;
      overflow: hidden auto;
      scrollbar-width: none;
    }
    notices-panel::part(notices) {
      align-self: end;
      max-height: 40dvh;
      margin: 0 8px 4px;
      overflow-y: auto;
      pointer-events: auto;
    }
    captures-panel[timed] ~ notices-panel::part(notices) {
      margin-top: 0;
    }
  }

  @media ${wide} {
    :host {
      grid-template:
        'stage stage stage brand' auto
        'stage stage stage gallery' minmax(0, 1fr)
        'stage stage stage look' auto
        'source dock tools look' 96px /
        minmax(0, 1fr) auto minmax(min-content, 1fr) clamp(300px, 25vw, 420px);
    }
    stage-panel::part(stage) {
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
    look-panel::part(look) {
      align-self: center;
      padding: 0 18px;
    }
    captures-panel::part(dock) {
      /* In a window just wide enough, so that the tools beside it have room. */
      --dock-gap: clamp(8px, 4.5vw - 32px, 18px);
      gap: var(--dock-gap);
      width: auto;
      padding: 0;
    }
    sources-panel::part(source),
    stage-panel::part(tools) {
      align-self: center;
      margin: 0 14px;
    }
    sources-panel::part(source) {
      grid-area: source;
      max-width: calc(100% - 28px);
    }
    stage-panel::part(tools) {
      grid-area: tools;
    }
    :host(:not([theatre])) sources-panel::part(source),
    :host(:not([theatre])) stage-panel::part(tools) {
      background: none;
      backdrop-filter: none;
      box-shadow: none;
    }
    captures-panel::part(time),
    notices-panel::part(notices) {
      --under-pills: 28px;
    }
  }
`;
