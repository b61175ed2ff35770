import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {LookTools} from '../../../src/ui/look/look-tools.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const button = (name: string) => page.getByRole('button', {name, exact: true});

describe('<look-tools>', () => {
  it('opens a drawer in place of another, and closes it', async () => {
    const element = await mount(new LookTools());
    const opened = heard(element, 'drawer-open');
    await button('Mix').click();
    await button('Colour').click();
    element.drawer = 'calm';
    await element.updateComplete;
    await expect.element(button('Calm')).toHaveAttribute('aria-expanded', 'true');
    await expect.element(button('Mix')).toHaveAttribute('aria-expanded', 'false');
    await button('Calm').click();

    expect(opened).toEqual(['mix', 'colour', null]);
  });

  it.each(['mix', 'colour', 'calm'] as const)('shows what is in %s', async (drawer) => {
    const element = await mount(new LookTools(), {drawer});

    expect(
      element.renderRoot.querySelectorAll('style-mix, colour-choice, calm-choice'),
    ).toHaveLength(1);
    await expectAccessible(element);
  });

  it('has a place for learning where something can be learnt', async () => {
    const element = await mount(new LookTools(), {drawer: 'learn'});
    await expect.element(button('Learn')).not.toBeInTheDocument();
    element.learnable = true;
    await expect.element(button('Learn')).toHaveAttribute('aria-expanded', 'true');

    expect(element.renderRoot.querySelectorAll('slot[name="learn"]')).toHaveLength(1);
  });

  it('chooses how calm it is', async () => {
    const changes = heard(await mount(new LookTools(), {drawer: 'calm'}), 'calm-change');
    await page.getByText('Strong').click();
    await page.getByText('Calm', {exact: true}).last().dblClick();

    expect(changes[0]).toBe('strong');
  });
});
