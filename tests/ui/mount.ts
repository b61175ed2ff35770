import '../../src/ui/page.css';
import axe from 'axe-core';
import type {LitElement} from 'lit';
import {expect} from 'vitest';
import type {Details} from '../../src/ui/kit/emit.ts';

/** Sets `properties` on `element`, makes it the only content of the page and waits for it. */
export async function mount<Shown extends LitElement>(
  element: Shown,
  properties: Partial<Shown> = {},
): Promise<Shown> {
  Object.assign(element, properties);
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

/** What `element` told with events called `name`, from now on: the list of their details. */
export function heard<Name extends keyof Details>(element: Element, name: Name): Details[Name][] {
  const details: Details[Name][] = [];
  element.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) details.push(event.detail);
  });
  return details;
}

/** Fails with what axe finds wrong in `element` and all its shadow roots. */
export async function expectAccessible(element: Element): Promise<void> {
  // A single element is not a page: landmarks and headings are the business of the whole.
  const rules = {region: {enabled: false}, 'page-has-heading-one': {enabled: false}};
  const {violations} = await axe.run(element, {rules});
  const found = violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join('\n')}`);
  expect(found).toEqual([]);
}
