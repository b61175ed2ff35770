import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {type MixPart, StyleMix} from '../../../src/ui/look/style-mix.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {styleEntries} from '../page-fixture.ts';

const group = () => page.getByRole('group', {name: 'Style mix'});

async function mountMix(shares: number[]) {
  const parts: MixPart[] = shares.map((share, index) => ({...styleEntries()[index]!, share}));
  const mix = await mount(new StyleMix(), {parts});
  mix.style.width = '340px';
  return {mix, weighed: heard(mix, 'mix-weigh')};
}

function expectShares(shares: readonly number[] | undefined, wanted: readonly number[]) {
  expect(shares).toHaveLength(wanted.length);
  for (const [index, share] of wanted.entries()) expect(shares![index]).toBeCloseTo(share, 1);
}

describe('<style-mix>', () => {
  it('says how to begin while one style is alone', async () => {
    const {mix} = await mountMix([1]);

    await expect.element(page.getByText('Press the plus of another style')).toBeVisible();
    await expectAccessible(mix);
  });

  it('weighs two on a slider, and evenly with a double click', async () => {
    const {mix, weighed} = await mountMix([0.75, 0.25]);
    const slider = page.getByRole('slider', {name: 'Style mix'});
    await expect
      .element(slider)
      .toHaveAttribute('aria-valuetext', 'Swirling Night 75 %, Great Wave 25 %');
    await slider.fill('60');
    expectShares(weighed.at(-1), [0.4, 0.6]);
    await slider.dblClick();
    expectShares(weighed.at(-1), [0.5, 0.5]);
    await expectAccessible(mix);
  });

  it('weighs three and four where the puck is put', async () => {
    const {mix, weighed} = await mountMix([0.25, 0.25, 0.25, 0.25]);
    const pad = group().element();
    const {left, top} = pad.getBoundingClientRect();
    const point = {
      pointerId: 1,
      isPrimary: true,
      bubbles: true,
      clientX: left + 24,
      clientY: top + 24,
    };
    Object.assign(pad, {setPointerCapture: () => {}, hasPointerCapture: () => true});
    pad.dispatchEvent(new PointerEvent('pointerdown', point));
    expectShares(weighed.at(-1), [1, 0, 0, 0]);
    pad.dispatchEvent(new PointerEvent('pointermove', {...point, clientX: left + 66}));
    expectShares(weighed.at(-1), [0.5, 0.5, 0, 0]);
    pad.dispatchEvent(new MouseEvent('dblclick'));
    expectShares(weighed.at(-1), [0.25, 0.25, 0.25, 0.25]);
    await expectAccessible(mix);
  });

  it('does nothing where a pointer only passes over', async () => {
    const {weighed} = await mountMix([0.25, 0.25, 0.25, 0.25]);
    group()
      .element()
      .dispatchEvent(new PointerEvent('pointermove', {clientX: 5, clientY: 5}));

    expect(weighed).toEqual([]);
  });

  it('is moved by arrow keys both ways, on and on, and finely with Shift', async () => {
    const {weighed} = await mountMix([0.25, 0.25, 0.25, 0.25]);
    const across = page.getByRole('slider', {name: 'Style mix, across'});
    (across.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(weighed.at(-1)![1]).toBeCloseTo(0.275);
    await userEvent.keyboard('{ArrowUp}');
    expect(weighed.at(-1)![0]).toBeCloseTo(0.45 * 0.55);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(weighed.at(-1)![0]).toBeCloseTo(0.46 * 0.55);
  });

  it('has a slider for each, of which the others take what is left', async () => {
    const {weighed} = await mountMix([0.5, 0.3, 0.2]);
    await page.getByRole('slider', {name: 'Share of Swirling Night'}).fill('0');

    expectShares(weighed.at(-1), [0, 0.6, 0.4]);
  });

  it('has sliders alone for more styles than a pad has corners', async () => {
    const {mix} = await mountMix([0.2, 0.2, 0.2, 0.2, 0.2]);

    expect(mix.renderRoot.querySelector('.pad')).toBeNull();
    expect(page.getByRole('slider').elements()).toHaveLength(5);
    await expectAccessible(mix);
  });

  it.each([2, 3])('takes one of %i out', async (count) => {
    const {mix} = await mountMix(Array.from({length: count}, () => 1 / count));
    const out = heard(mix, 'style-mix');
    await page.getByRole('button', {name: 'Take Great Wave out of the mix'}).click();

    expect(out).toEqual(['great-wave']);
  });
});
