import type {Page} from 'playwright';

/** A colour as red, green and blue, 0…255. */
export type Colour = [number, number, number];

/** What `window.pastiche.snapshot()` gives: its type, size, and the mean colours of its halves. */
export type PictureFacts = {
  type: string;
  width: number;
  height: number;
  left: Colour;
  right: Colour;
};

/** Takes a snapshot through the page's API and looks at it. */
export function readSnapshot(page: Page): Promise<PictureFacts> {
  return page.evaluate(async () => {
    const blob = await window.pastiche.snapshot();
    const {width, height} = await createImageBitmap(blob);
    const halves = [0, width / 2].map(async (x) => {
      const half = await createImageBitmap(blob, x, 0, width / 2, height);
      const canvas = new OffscreenCanvas(half.width, half.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(half, 0, 0);
      const {data} = context.getImageData(0, 0, half.width, half.height);
      const mean = (channel: number) => {
        const values = data.filter((_, index) => index % 4 === channel);
        return values.reduce((sum, value) => sum + value, 0) / values.length;
      };
      return [mean(0), mean(1), mean(2)] as [number, number, number];
    });
    const [left, right] = await Promise.all(halves);
    if (!left || !right) throw new Error('Expected two halves.');
    return {type: blob.type, width, height, left, right};
  });
}
