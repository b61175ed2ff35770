import {css} from 'lit';

/** Sliders: the part before the thumb, `--part` of 0…1, is filled. */
export const ranges = css`
  input[type='range'] {
    appearance: none;
    width: 100%;
    height: var(--touch);
    margin: 0;
    background: none;
    cursor: pointer;
    outline: none;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to right,
      var(--accent) calc(var(--part, 0) * 100%),
      #4a464e calc(var(--part, 0) * 100%)
    );
  }
  input[type='range']::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: #4a464e;
  }
  input[type='range']::-moz-range-progress {
    height: 4px;
    border-radius: 2px;
    background: var(--accent);
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 22px;
    height: 22px;
    margin-top: -9px;
    border-radius: 50%;
    background: var(--text);
    box-shadow: 0 1px 6px rgb(0 0 0 / 50%);
    transition: scale var(--quick) var(--ease);
  }
  input[type='range']::-moz-range-thumb {
    width: 22px;
    height: 22px;
    border: 0;
    border-radius: 50%;
    background: var(--text);
  }
  input[type='range']:active::-webkit-slider-thumb {
    scale: 1.12;
  }
  input[type='range']:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input[type='range']:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
