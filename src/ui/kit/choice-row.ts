import {css, html} from 'lit';

/** One of a few that can be chosen. */
export type Choice<Value extends string> = {value: Value; label: string};

/** How a choice of a few looks, beside `lookRow`. */
export const choiceRowStyles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  /* A legend is no item of a grid unless it floats. */
  legend {
    float: left;
    padding: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    padding: 2px;
    border-radius: 18px;
    background: var(--raised);
  }
  .choices label {
    position: relative;
    flex: 1 1 auto;
    display: grid;
    place-items: center;
    min-height: 32px;
    padding: 0 8px;
    border-radius: 999px;
    color: var(--text-soft);
    white-space: nowrap;
    cursor: pointer;
    transition:
      background-color var(--quick) var(--ease),
      color var(--quick) var(--ease);
  }
  /* A finger gets the height of the row. */
  .choices label::before {
    content: '';
    position: absolute;
    inset: -6px 0;
  }
  .choices label:has(:checked) {
    background: var(--text);
    color: var(--ground);
  }
  @media (hover: hover) {
    .choices label:not(:has(:checked)):hover {
      color: var(--text);
    }
  }
  .choices label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .choices input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  @container (width < 280px) {
    .row {
      grid-template-columns: 1fr;
      gap: 4px;
      padding: 4px 0;
    }
  }
`;

/**
 * A choice of a few, all in sight, as a row of a panel: radio buttons in one pill.
 *
 * @param label which no other choice of the element has
 * @param usual found again by a double click on the label
 */
export function choiceRow<Value extends string>(
  label: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  usual: Value,
  onChoose: (value: Value) => void,
) {
  return html`
    <fieldset class="row">
      <legend @dblclick=${() => onChoose(usual)}>${label}</legend>
      <div class="choices">
        ${choices.map(
          ({value, label: name}) => html`
            <label>
              <input
                type="radio"
                name=${label}
                .checked=${value === chosen}
                @change=${() => onChoose(value)}
              />
              ${name}
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
