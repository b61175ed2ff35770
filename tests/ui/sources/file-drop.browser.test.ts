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
  return {drop, drops: heard(drop, 'files-drop')};
}

describe('<file-drop>', () => {
  it('makes styles of pictures dropped anywhere', async () => {
    const {drop, drops} = await mountDrop();

    expect(drag('dragover', transfer(picture)).defaultPrevented).toBe(true);
    await expect.element(page.getByText('Paint with it')).toBeVisible();
    expect(drag('drop', transfer(picture, picture)).defaultPrevented).toBe(true);

    await expect.poll(() => drops).toEqual([{files: [picture, picture], target: 'style'}]);
    expect(drop.hidden).toBe(true);
  });

  it('paints over a picture dropped on the field for it', async () => {
    const {drop, drops} = await mountDrop();
    drag('dragover', transfer(picture));
    await drop.updateComplete;

    const field = drop.renderRoot.querySelector('[data-target=source]')!;
    drag('dragover', transfer(picture), field);
    drag('drop', transfer(picture), field);

    await expect.poll(() => drops).toEqual([{files: [picture], target: 'source'}]);
  });

  it('plays a video wherever it is dropped', async () => {
    const {drops} = await mountDrop();

    drag('dragover', transfer(video));
    await expect.element(page.getByText('Play this video')).toBeVisible();
    drag('drop', transfer(video));

    await expect.poll(() => drops).toEqual([{files: [video], target: 'source'}]);
  });

  it.each([
    ['one picture', [picture], 'a new style of your own', 'in place of the camera'],
    [
      'pictures',
      [picture, picture],
      'new styles of your own',
      'the first of them, in place of the camera',
    ],
    [
      'pictures and a video',
      [picture, video, picture],
      'the pictures become styles of your own',
      'the video, in place of the camera',
    ],
  ])('says what is taken of %s', async (_, files, withIt, overIt) => {
    await mountDrop();

    drag('dragover', transfer(...files));

    await expect.element(page.getByText(withIt, {exact: true})).toBeVisible();
    await expect.element(page.getByText(overIt, {exact: true})).toBeVisible();
  });

  it('hands on all that was dropped, what cannot be painted too, so that it can be named', async () => {
    const {drop, drops} = await mountDrop();
    const notes = new File(['x'], 'notes.txt', {type: 'text/plain'});
    drag('dragover', transfer(picture, notes, video));
    await drop.updateComplete;

    drag('drop', transfer(picture, notes, video));

    await expect.poll(() => drops).toEqual([{files: [picture, notes, video], target: 'style'}]);
  });

  it('takes pictures that are pasted', async () => {
    const {drops} = await mountDrop();

    window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: transfer(picture)}));

    await expect.poll(() => drops).toEqual([{files: [picture], target: 'style'}]);
  });

  it('leaves text that is dragged or pasted alone', async () => {
    const {drop, drops} = await mountDrop();
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');

    expect(drag('dragover', text).defaultPrevented).toBe(false);
    expect(drag('drop', text).defaultPrevented).toBe(false);
    window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: text}));
    await new Promise(requestAnimationFrame);

    expect(drop.hidden).toBe(true);
    expect(drops).toEqual([]);
  });

  it('does not leave the page for a link, and says what to do with it', async () => {
    const {drop, drops} = await mountDrop();
    const link = new DataTransfer();
    link.setData('text/uri-list', 'https://example.org/cat.jpg');

    expect(drag('dragover', link).defaultPrevented).toBe(true);
    await expect.element(page.getByText('A link cannot be painted')).toBeVisible();
    expect(drag('drop', link).defaultPrevented).toBe(true);

    await expect.poll(() => drops).toEqual([{files: [], target: 'style'}]);
    expect(drop.hidden).toBe(true);
  });

  it('leaves links of the page itself alone', async () => {
    const {drop} = await mountDrop();
    const link = new DataTransfer();
    link.setData('text/uri-list', 'https://example.org/cat.jpg');

    drag('dragstart', link);
    expect(drag('dragover', link).defaultPrevented).toBe(false);
    drag('dragend', link);
    await drop.updateComplete;

    expect(drop.hidden).toBe(true);
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
    const {drop, drops} = await mountDrop();

    drop.remove();
    drag('drop', transfer(picture));
    await new Promise(requestAnimationFrame);

    expect(drops).toEqual([]);
  });

  it('is accessible', async () => {
    const {drop} = await mountDrop();
    drag('dragover', transfer(picture, video));
    await drop.updateComplete;
    await expectAccessible(drop);
  });
});
