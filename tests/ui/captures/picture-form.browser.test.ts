import {describe, expect, it, vi} from 'vitest';
import {page} from 'vitest/browser';
import type {Exports} from '../../../src/app/exports/exports.ts';
import type {PictureAbout} from '../../../src/app/exports/picture-choice.ts';
import {PictureForm} from '../../../src/ui/captures/picture-form.ts';
import {PicturesForm} from '../../../src/ui/captures/pictures-form.ts';
import type {PanelElement} from '../../../src/ui/kit/panel-element.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {type Change, fakeStudio} from '../page-fixture.ts';

const select = (name: string) => page.getByRole('combobox', {name, exact: true});
const button = (name: string) => page.getByRole('button', {name, exact: true});

const ABOUT = {full: {width: 4000, height: 3000}, stage: {width: 512, height: 384}};

async function show<Form extends PanelElement>(
  form: Form,
  about: PictureAbout | null = ABOUT,
  change: Change = {},
) {
  const pictures = {
    describe: () => Promise.resolve(about ?? undefined),
    paint: vi.fn(() => Promise.resolve(new Blob())),
    paintFile: vi.fn(),
    paintAll: vi.fn(() => Promise.resolve()),
  };
  const {store} = fakeStudio(change);
  const withExports = async (use: (exports: Exports) => unknown) => {
    await use({pictures} as unknown as Exports);
  };
  const context = {store, actions: {withExports}} as unknown as PanelElement['context'];
  await mount(form, {context} as Partial<Form>);
  return pictures;
}

describe('<picture-form>', () => {
  it('offers sizes with their pixels, none of them twice', async () => {
    const form = new PictureForm();
    await show(form, {...ABOUT, stage: {width: 1024, height: 768}});
    await expectAccessible(form);
    const sizes = [...(select('Size').element() as HTMLSelectElement).options];

    expect(sizes.map((option) => option.textContent?.trim())).toEqual([
      'As it is, 4000 × 3000',
      '2 times the stage, 2048 × 1536',
      '4 times the stage, 4096 × 3072',
      '8192 × 6144',
    ]);
  });

  it('says in plain words how fine strokes become', async () => {
    await show(new PictureForm());
    await expect.element(page.getByText(/Painted with 1024\s×\s768 pixels/)).toBeVisible();
    await select('Strokes').selectOptions('Fine, in full detail');
    await expect.element(page.getByText(/7.8 times as fine as now/)).toBeVisible();
    await select('Strokes').selectOptions('As broad as now');
    await expect.element(page.getByText(/as on the stage, and enlarged/)).toBeVisible();
  });

  it('asks for a quality only where there is one, and paints what was chosen', async () => {
    const form = new PictureForm();
    const {paint} = await show(form);
    const closed = heard(form, 'close-sheet');
    expect(select('Quality').query()).toBeNull();
    await select('Format').selectOptions('WebP');
    await select('Quality').selectOptions('Best, large file');
    await select('Size').selectOptions('4 times the stage, 2048 × 1536');
    await button('Paint the picture').click();

    expect(paint).toHaveBeenCalledWith({
      side: 2048,
      strokes: 'finer',
      format: 'webp',
      quality: 0.97,
    });
    expect(closed).toHaveLength(1);
  });

  it.each<[string, Change, RegExp]>([
    ['a still', {source: {kind: 'image'}}, /all of the picture/],
    ['a camera', {source: {kind: 'camera'}}, /a photo with the camera/],
    ['what is held', {source: {kind: 'camera'}, view: {frozen: true}}, /that is held/],
    ['a film', {source: {kind: 'video'}}, /of the moment/],
  ])('says what is painted of %s', async (_, change, sentence) => {
    await show(new PictureForm(), ABOUT, change);

    await expect.element(page.getByText(sentence)).toBeVisible();
  });

  it('says what to do where there is nothing on the stage', async () => {
    await show(new PictureForm(), null);

    await expect.element(page.getByText(/nothing on the stage/)).toBeVisible();
    expect(button('Paint the picture').query()).toBeNull();
  });
});

describe('<pictures-form>', () => {
  function choose(form: PicturesForm, selector: string, files: File[]) {
    const input = form.shadowRoot!.querySelector<HTMLInputElement>(selector)!;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }
  const file = (name: string, type = 'image/png') => new File(['1234'], name, {type});

  it('paints what was chosen, as it was chosen', async () => {
    const form = new PicturesForm();
    const {paintAll} = await show(form);
    await expectAccessible(form);
    const closed = heard(form, 'close-sheet');
    const files = ['a.png', 'b.png', 'c.png', 'd.png'].map((name) => file(name));
    choose(form, '.files', files);
    await expect.element(page.getByText(/^4 pictures, /)).toBeVisible();
    await expectAccessible(form);
    await select('Size of each').selectOptions('Longer side 4096 px');
    await button('Paint 4 pictures').click();

    expect(paintAll).toHaveBeenCalledWith(files, {
      side: 4096,
      strokes: 'finer',
      format: 'jpeg',
      quality: 0.9,
      into: undefined,
    });
    expect(closed).toHaveLength(1);
  });

  it('leaves out what is no picture in a folder, and says where there is none', async () => {
    const form = new PicturesForm();
    await show(form);
    choose(form, '.folder', [file('a.png'), file('notes.txt', 'text/plain')]);
    await expect.element(page.getByText(/^One picture, /)).toBeVisible();
    choose(form, '.folder', [file('notes.txt', 'text/plain')]);

    await expect.element(page.getByText(/no pictures in this folder/)).toBeVisible();
    expect(button('Paint the picture').query()).toBeNull();
  });

  it('writes them into a folder that is chosen, and does nothing where none is', async () => {
    const form = new PicturesForm();
    const {paintAll} = await show(form);
    const into = {name: 'out'} as FileSystemDirectoryHandle;
    const pick = vi.fn().mockResolvedValueOnce(into);
    vi.stubGlobal('showDirectoryPicker', pick);
    choose(form, '.files', [file('a.png')]);
    await select('Save to').selectOptions('A folder …');
    await button('Paint the picture').click();
    vi.unstubAllGlobals();

    await vi.waitFor(() => {
      expect(paintAll).toHaveBeenCalledWith([expect.any(File)], expect.objectContaining({into}));
    });
    expect(pick).toHaveBeenCalledWith({mode: 'readwrite'});
  });
});
