import './style-gallery.ts';
import {html} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {heaviestStyle} from '../../app/look/heaviest-style.ts';
import {boxless} from '../kit/boxless.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';
import type {OwnStyleSheet} from './own-style-sheet.ts';

/** The styles, and what can be done with a person's own. Part: `gallery`. */
@customElement('styles-panel')
export class StylesPanel extends PanelElement {
  static override styles = boxless;

  @query('own-style-sheet') private sheet!: OwnStyleSheet;

  constructor() {
    super();
    new Watch(this, ({styles, look, start}) => [
      styles,
      heaviestStyle(look),
      start.phase === 'live',
    ]);
    listen(this, {
      'style-pick': (id) => this.actions.pickStyle(id),
      'style-expect': (id) => {
        this.actions.expectStyle(id ?? undefined);
      },
      'styles-add': (files) => this.actions.addStyles(files),
      'frame-use': () => this.actions.useFrameAsStyle(),
      'style-edit': (id) => this.edit(id),
      'style-rename': ({id, title}) => this.actions.renameStyle(id, title),
      'style-save': (id) => this.actions.saveStyle(id),
      'style-remove': (id) => this.actions.removeStyle(id),
    });
  }

  private edit(id: string) {
    const entry = this.state.styles.entries.find((style) => style.id === id);
    if (entry) this.context.later(() => this.sheet.show(entry));
  }

  override render() {
    const {styles, look, start} = this.state;
    return html`
      <style-gallery
        part="gallery"
        .entries=${styles.entries}
        .picked=${heaviestStyle(look)}
        .analyzing=${styles.analyzing}
        .frameless=${start.phase !== 'live'}
      ></style-gallery>
      <own-style-sheet></own-style-sheet>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'styles-panel': StylesPanel;
  }
}
