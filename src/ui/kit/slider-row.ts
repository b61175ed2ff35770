import {html} from 'lit';
import {say} from '../../words/say.ts';
import {cssValues} from './css-values.ts';

/** What a slider sets. */
export type Slider = {
  label: string;
  /** From 0 to `most`. */
  value: number;
  most: number;
  /** Found again by a double click. */
  usual: number;
  onChange: (value: number) => void;
};

/** A slider as a row of a panel, beside `lookRow` and `ranges`. */
export function sliderRow({label, value, most, usual, onChange}: Slider) {
  const percent = Math.round((100 * value) / most);
  return html`
    <label class="row">
      ${label}
      <input
        type="range"
        aria-valuetext=${say('strength.spoken', {percent})}
        ${cssValues({'--part': percent / 100})}
        .value=${String(percent)}
        @input=${(event: Event) => {
          onChange((most * (event.target as HTMLInputElement).valueAsNumber) / 100);
        }}
        @dblclick=${() => onChange(usual)}
      />
    </label>
  `;
}
