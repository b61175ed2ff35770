import {createCanvas} from '@napi-rs/canvas';
import type {JSHandle, Page} from 'playwright';

/** A file as a person would choose it in a file picker. */
export type PictureFile = {name: string; mimeType: string; buffer: Buffer};

type PictureOptions = {width?: number; height?: number; colours?: readonly [string, string]};

/** A PNG of slanted stripes in two colours; other colours are another style, another width is not. */
export function pictureFile(
  name: string,
  {width = 96, height = 96, colours: [paper, stripe] = ['#d02020', '#2020d0']}: PictureOptions = {},
): PictureFile {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const stripeWidth = Math.max(1, height / 8);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = stripe;
  for (let x = 0; x < width + height; x += 2 * stripeWidth) {
    context.setTransform(1, 0, -0.5, 1, x, 0);
    context.fillRect(0, 0, stripeWidth, height);
  }
  return {name, mimeType: 'image/png', buffer: canvas.toBuffer('image/png')};
}

/** What a browser hands over with a file that is dropped or pasted. */
export function dataTransferOf(page: Page, file: PictureFile): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ({name, type, bytes}) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], name, {type}));
      return transfer;
    },
    {name: file.name, type: file.mimeType, bytes: [...file.buffer]},
  );
}
