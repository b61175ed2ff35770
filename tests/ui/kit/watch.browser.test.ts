import {html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {afterEach, expect, it} from 'vitest';
import type {PanelContext} from '../../../src/ui/kit/panel-element.ts';
import {Watch} from '../../../src/ui/kit/watch.ts';
import {appState, fakeStudio} from '../page-fixture.ts';

let renders = 0;

@customElement('watching-host')
class WatchingHost extends LitElement {
  context!: Pick<PanelContext, 'store'>;

  constructor() {
    super();
    new Watch(this, ({look, view}) => [look, view.frozen]);
  }

  override render() {
    renders += 1;
    return html`${this.context.store.get().look.alpha}`;
  }
}

async function showHost() {
  const {store} = fakeStudio();
  const host = Object.assign(new WatchingHost(), {context: {store}});
  document.body.replaceChildren(host);
  await host.updateComplete;
  renders = 0;
  return {host, store};
}

afterEach(() => document.body.replaceChildren());

it('renders when what is named becomes another', async () => {
  const {host, store} = await showHost();

  store.set({look: {...appState().look, alpha: 0.3}});
  await host.updateComplete;
  expect(host.shadowRoot!.textContent).toBe('0.3');
  store.set({view: {...appState().view, frozen: true}});
  await host.updateComplete;

  expect(renders).toBe(2);
});

it('leaves the host alone at any other change', async () => {
  const {host, store} = await showHost();

  store.set({stats: {...appState().stats, fps: 12}, notices: []});
  store.set({look: store.get().look, view: {...store.get().view, divider: 0.5}});
  await host.updateComplete;

  expect(renders).toBe(0);
});

it('renders once for many changes', async () => {
  const {host, store} = await showHost();

  for (let step = 0; step < 10; step++) store.set({look: {...appState().look, alpha: step / 10}});
  await host.updateComplete;

  expect(renders).toBe(1);
});

it('stops with its host, and catches up when that is put back', async () => {
  const {host, store} = await showHost();

  host.remove();
  store.set({look: {...appState().look, alpha: 0.1}});
  await host.updateComplete;
  expect(renders).toBe(0);

  document.body.append(host);
  await host.updateComplete;
  expect(host.shadowRoot!.textContent).toBe('0.1');
  expect(renders).toBe(1);
});
