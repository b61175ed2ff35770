import {html} from 'lit';

/** A native menu with a label. */
export function selectField<Value extends string | number | boolean>(
  label: string,
  options: readonly {value: Value; label: string}[],
  chosen: Value,
  choose: (value: Value) => void,
) {
  return html`
    <label>
      ${label}
      <select
        @change=${(event: Event) => {
          const option = options[(event.target as HTMLSelectElement).selectedIndex];
          if (option) choose(option.value);
        }}
      >
        ${options.map(
          (option) => html`
            <option value=${String(option.value)} .selected=${option.value === chosen}>
              ${option.label}
            </option>
          `,
        )}
      </select>
    </label>
  `;
}
