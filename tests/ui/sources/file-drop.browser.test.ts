import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {FileDrop} from '../../../src/ui/sources/file-drop.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const picture = new File(['x'], 'quilt.png', {type: 'image/png'});
const video = new File(['x'], 'cat.mp4', {type: 'video/mp4'});

function transfer(...files: File[]) {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function drag(type: string, dataTransfer: DataTransfer, target: EventTarget = document.body) {
  const event = new DragEvent(type, {
    dataTransfer,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

async function mountDrop() {
  const drop = await mount(new FileDrop());
  return {drop, styles: heard(drop, 'styles-add'), sources: heard(drop, 'source-open')};
}

describe('<file-drop>', () => {
  it('makes styles of pictures dropped anywhere', async () => {
    const {drop, styles, sources} = await mountDrop();

    expect(drag('dragover', transfer(picture)).defaultPrevented).toBe(true);
    await expect.element(page.getByText('Paint with it')).toBeVisible();
    expect(drag('drop', transfer(picture, picture)).defaultPrevented).toBe(true);
    await drop.updateComplete;

    expect(styles).toEqual([[picture, picture]]);
    expect(sources).toEqual([]);
    expect(drop.hidden).toBe(true);
  });

  it('paints over a picture dropped on the field for it', async () => {
    const {drop, styles, sources} = await mountDrop();
    drag('dragover', transfer(picture));
    await drop.updateComplete;

    const field = drop.renderRoot.querySelector('[data-target=source]')!;
    drag('dragover', transfer(picture), field);
    drag('drop', transfer(picture), field);

    expect(sources).toEqual([picture]);
    expect(styles).toEqual([]);
  });

  it('plays a video wherever it is dropped', async () => {
    const {styles, sources} = await mountDrop();

    drag('dragover', transfer(video));
    await expect.element(page.getByText('Play this video')).toBeVisible();
    drag('drop', transfer(video));

    expect(sources).toEqual([video]);
    expect(styles).toEqual([]);
  });

  it('takes pictures that are pasted', async () => {
    const {styles} = await mountDrop();

    window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: transfer(picture)}));

    expect(styles).toHaveLength(1);
  });

  it('leaves text that is dragged or pasted alone', async () => {
    const {drop, styles, sources} = await mountDrop();
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');

    expect(drag('dragover', text).defaultPrevented).toBe(false);
    expect(drag('drop', text).defaultPrevented).toBe(false);
    window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: text}));

    expect(drop.hidden).toBe(true);
    expect([...styles, ...sources]).toEqual([]);
  });

  it('goes away when the drag leaves the window', async () => {
    const {drop} = await mountDrop();
    drag('dragover', transfer(picture));
    await drop.updateComplete;
    expect(drop.hidden).toBe(false);

    drag('dragleave', transfer(picture));
    await drop.updateComplete;

    expect(drop.hidden).toBe(true);
  });

  it('stops listening when it is removed', async () => {
    const {drop, styles} = await mountDrop();

    drop.remove();
    drag('drop', transfer(picture));

    expect(styles).toEqual([]);
  });

  it('is accessible', async () => {
    const {drop} = await mountDrop();
    drag('dragover', transfer(picture));
    await drop.updateComplete;
    await expectAccessible(drop);
  });
});
