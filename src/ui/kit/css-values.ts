import {noChange} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';

/** Custom properties of CSS, by name. */
type CssValues = Readonly<Record<`--${string}`, number>>;

class SetCssValues extends Directive {
  override update({element}: ElementPart, [values]: [CssValues]) {
    const {style} = element as HTMLElement;
    for (const [name, value] of Object.entries(values)) style.setProperty(name, String(value));
    return this.render(values);
  }

  render(values: CssValues) {
    void values;
    return noChange;
  }
}

/**
 * Sets custom properties of an element: `<div ${cssValues({'--share': 0.5})}>`. A `style` attribute would be
 * refused by the page's Content-Security-Policy.
 */
export const cssValues = directive(SetCssValues);
