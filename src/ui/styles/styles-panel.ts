import './style-gallery.ts';
import {html} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {heaviestStyle} from '../../app/look/heaviest-style.ts';
import {sharesOf} from '../../app/look/mix.ts';
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
    new Watch(this, ({styles, look, start, view}) => [
      styles,
      look.styles,
      start.phase === 'live',
      view.drawer,
    ]);
    listen(this, {
      'style-pick': (id) => this.actions.pickStyle(id),
      'style-expect': (id) => {
        this.actions.expectStyle(id ?? undefined);
      },
      'styles-add': (files) => this.actions.addStyles(files),
      'frame-use': () => this.actions.useFrameAsStyle(),
      'style-mix': (id) => {
        this.actions.openDrawer('mix');
        return this.actions.mixStyle(id);
      },
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
    const {styles, look, start, view} = this.state;
    const isMix = look.styles.length > 1;
    const shares = sharesOf(look.styles);
    const mixed = isMix ? look.styles.map(({id}, at) => [id, shares[at] ?? 0] as const) : [];
    return html`
      <style-gallery
        part="gallery"
        .entries=${styles.entries}
        .picked=${heaviestStyle(look)}
        .shares=${new Map(mixed)}
        .mixing=${isMix || view.drawer === 'mix'}
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
