import {describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {StyleGallery} from '../../../src/ui/styles/style-gallery.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {styleEntries} from '../page-fixture.ts';

const entries = styleEntries(2).slice(-5);
const radio = (name: string) => page.getByRole('radio', {name});

async function mountGallery(properties: Partial<StyleGallery> = {}) {
  const gallery = await mount(new StyleGallery(), {entries, picked: 'art-deco', ...properties});
  gallery.style.height = '130px';
  return gallery;
}

describe('<style-gallery>', () => {
  it('is a group of radio buttons with titles, own styles first', async () => {
    await mountGallery();

    await expect.element(page.getByRole('radiogroup', {name: 'Style'})).toBeVisible();
    const titles = page
      .getByRole('radio')
      .elements()
      .map(({textContent}) => textContent?.trim());
    expect(titles).toEqual([
      'Grandmother’s quilt',
      'IMG_2041',
      'Art Deco',
      'Autumn Leaves',
      'Cracked Fresco',
    ]);
    await expect.element(radio('Art Deco')).toBeChecked();
    await expect.element(radio('IMG_2041')).not.toBeChecked();
  });

  it('loads pictures only when they come into view', async () => {
    const gallery = await mountGallery();

    const images = [...gallery.renderRoot.querySelectorAll('img')];
    expect(images).toHaveLength(5);
    expect(images.every(({loading}) => loading === 'lazy')).toBe(true);
  });

  it('picks the style that is clicked', async () => {
    const picks = heard(await mountGallery(), 'style-pick');

    await radio('IMG_2041').click();

    expect(picks).toEqual(['own-2']);
  });

  it('is one tab stop, in which arrow keys pick and wrap around', async () => {
    const gallery = await mountGallery({picked: 'cracked-fresco'});
    const picks = heard(gallery, 'style-pick');

    (page.getByRole('button', {name: 'Use this frame'}).element() as HTMLElement).focus();
    await userEvent.tab();
    expect(gallery.shadowRoot!.activeElement).toBe(radio('Cracked Fresco').element());
    await userEvent.keyboard('{ArrowRight}');
    expect(gallery.shadowRoot!.activeElement).toBe(radio('Grandmother’s quilt').element());
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{End}');

    expect(picks).toEqual(['own-1', 'own-2', 'own-1', 'cracked-fresco']);
  });

  it('can be reached by keyboard when nothing is picked', async () => {
    await mountGallery({picked: 'gone'});

    await expect.element(radio('Grandmother’s quilt')).toHaveAttribute('tabindex', '0');
  });

  it('shows which style is being analyzed', async () => {
    await mountGallery({analyzing: 'own-2'});

    await expect.element(radio('IMG_2041')).toHaveAttribute('aria-busy', 'true');
    await expect.element(radio('Art Deco')).toHaveAttribute('aria-busy', 'false');
  });

  it('adds the pictures chosen in the file picker', async () => {
    const gallery = await mountGallery();
    const additions = heard(gallery, 'styles-add');
    const input = gallery.renderRoot.querySelector('input')!;
    const file = new File(['x'], 'quilt.png', {type: 'image/png'});

    await userEvent.upload(input, file);

    expect(additions.map((files) => files.map(({name}) => name))).toEqual([['quilt.png']]);
    expect(input.files).toHaveLength(0);
  });

  it('makes a style of the frame, once there is one', async () => {
    const gallery = await mountGallery({frameless: true});
    const uses = heard(gallery, 'frame-use');
    await expect.element(page.getByRole('button', {name: 'Use this frame'})).toBeDisabled();

    gallery.frameless = false;
    await page.getByRole('button', {name: 'Use this frame'}).click();

    expect(uses).toHaveLength(1);
  });

  it('offers to rename or remove the picked style if it is an own one', async () => {
    const gallery = await mountGallery();
    const edit = page.getByRole('button', {name: /Rename or remove/});
    expect(edit.query()).toBeNull();

    const edits = heard(gallery, 'style-edit');
    gallery.picked = 'own-1';
    await edit.click();

    expect(edits).toEqual(['own-1']);
  });

  it('offers to remove a style whose picture is lost, though it cannot be picked', async () => {
    const lost = {...entries.at(-1)!, lost: true};
    const gallery = await mountGallery({entries: [...entries.slice(0, -1), lost]});
    const edits = heard(gallery, 'style-edit');

    expect(gallery.renderRoot.querySelectorAll('img')).toHaveLength(4);
    await expect
      .element(radio('IMG_2041'))
      .toHaveAttribute('title', 'The browser has lost this picture');
    await page.getByRole('button', {name: 'Rename or remove IMG_2041'}).click();

    expect(edits).toEqual(['own-2']);
    await expectAccessible(gallery);
  });

  it('scrolls to the picked style, and nothing around it', async () => {
    const gallery = await mountGallery({picked: 'own-1'});
    const around = document.createElement('div');
    around.style.cssText = 'height: 100px; overflow: auto';
    const above = document.createElement('div');
    above.style.height = '300px';
    document.body.append(around);
    around.append(above, gallery);
    gallery.style.width = '200px';

    gallery.picked = 'cracked-fresco';
    await gallery.updateComplete;
    await expect.poll(() => gallery.scrollLeft).toBeGreaterThan(0);
    const {left, right} = radio('Cracked Fresco').element().getBoundingClientRect();
    const view = gallery.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(view.left);
    expect(right).toBeLessThanOrEqual(view.right);
    expect(around.scrollTop).toBe(0);
  });

  it('is accessible', async () => {
    await expectAccessible(await mountGallery({picked: 'own-1', analyzing: 'own-2'}));
  });

  it('tells of what may be picked next, by pointer and by focus', async () => {
    const gallery = await mountGallery();
    const expected = vi.fn();
    gallery.addEventListener('style-expect', ({detail}) => {
      expected(detail);
    });

    await userEvent.hover(radio('Autumn Leaves'));
    expect(expected.mock.lastCall).toEqual(['autumn-leaves']);
    (radio('Cracked Fresco').element() as HTMLElement).focus();
    expect(expected.mock.lastCall).toEqual(['cracked-fresco']);
    (page.getByRole('button', {name: 'Add your own'}).element() as HTMLElement).focus();
    expect(expected.mock.lastCall).toEqual([null]);
  });

  it('mixes a style in with Shift, and picks it alone without', async () => {
    const gallery = await mountGallery();
    const [mixed, picks] = [heard(gallery, 'style-mix'), heard(gallery, 'style-pick')];
    await radio('IMG_2041').click({modifiers: ['Shift']});
    expect([mixed, picks]).toEqual([['own-2'], []]);
  });

  it('marks what is mixed with its share, and offers the others', async () => {
    const gallery = await mountGallery({
      mixing: true,
      shares: new Map([
        ['art-deco', 0.7],
        ['own-2', 0.3],
      ]),
    });
    const mixed = heard(gallery, 'style-mix');
    await expect.element(radio('IMG_2041 30 %')).toBeVisible();
    await expect.element(radio('Art Deco 70 %')).toBeChecked();
    await page.getByRole('button', {name: 'Take IMG_2041 out of the mix'}).click();
    await page.getByRole('button', {name: 'Mix in Autumn Leaves'}).click();

    expect(mixed).toEqual(['own-2', 'autumn-leaves']);
    await expectAccessible(gallery);
  });

  describe('a long press of a finger', () => {
    const press = (type: string, at = 5) =>
      radio('IMG_2041')
        .element()
        .dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            composed: true,
            pointerType: 'touch',
            isPrimary: true,
            clientX: at,
            clientY: 5,
          }),
        );

    it('mixes a style in, and its click does not pick it', async () => {
      const gallery = await mountGallery();
      const [mixed, picks] = [heard(gallery, 'style-mix'), heard(gallery, 'style-pick')];
      press('pointerdown');
      await vi.waitFor(() => expect(mixed).toEqual(['own-2']));
      press('pointerup');
      const click = () => new MouseEvent('click', {bubbles: true, composed: true, detail: 1});
      radio('IMG_2041').element().dispatchEvent(click());
      expect(picks).toEqual([]);
      radio('IMG_2041').element().dispatchEvent(click());
      expect(picks).toEqual(['own-2']);
    });

    it.each([
      ['ends', () => press('pointerup')],
      ['scrolls', () => press('pointermove', 40)],
    ])('does nothing where it %s before', async (_, end) => {
      const mixed = heard(await mountGallery(), 'style-mix');
      press('pointerdown');
      end();
      await new Promise((resolve) => setTimeout(resolve, 600));

      expect(mixed).toEqual([]);
    });
  });
});
