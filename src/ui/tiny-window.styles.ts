import {css} from 'lit';
import {tiny} from './kit/breakpoints.ts';

/** Where everything stands in a tiny window: below the picture, to be scrolled to. */
export const tinyWindowStyles = css`
  /* The picture first; what it leaves of the window shows that there is more below. */
  @media ${tiny} {
    :host {
      grid-template:
        'stage stage' min(100vw / var(--aspect, 1.3333), max(100dvh - 60px, 60px))
        'source tools' auto
        'gallery gallery' 132px
        'look look' auto
        'dock dock' auto
        'brand brand' auto / minmax(0, 1fr) auto;
      overflow: hidden auto;
      scrollbar-width: thin;
      scrollbar-color: #4a464e transparent;
    }
    stage-panel::part(stage) {
      place-items: center;
    }
    sources-panel::part(source) {
      grid-area: source;
      max-width: calc(100% - 16px);
    }
    stage-panel::part(tools) {
      grid-area: tools;
    }
    captures-panel::part(time) {
      margin-top: 8px;
    }
    /* Wherever the page is scrolled to, and never all over the picture. */
    notices-panel::part(notices) {
      position: fixed;
      inset: auto 4px 4px;
      z-index: 2;
      max-height: 45dvh;
      margin: 0;
      overflow-y: auto;
      pointer-events: auto;
    }
    .brand {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 0 10px 10px 16px;
    }
    .name {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
  @media ${tiny} and (max-width: 219.98px) {
    :host {
      grid-template:
        'stage' min(100vw / var(--aspect, 1.3333), max(100dvh - 60px, 60px))
        'source' auto
        'tools' auto
        'gallery' 132px
        'look' auto
        'dock' auto
        'brand' auto / minmax(0, 1fr);
    }
    stage-panel::part(tools) {
      justify-self: start;
      margin-top: 0;
    }
  }
`;
