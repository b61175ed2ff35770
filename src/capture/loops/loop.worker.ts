import {chooseColours} from './gif-colours.ts';
import {GifWriter} from './gif-writer.ts';
import {webpFile} from './webp-file.ts';
import {wholeDelays} from './whole-delays.ts';

/** Of a WebP, 0…1: as near to a painting as a GIF, but without its steps between colours. */
const WEBP_QUALITY = 0.8;

/** What is to be made. */
export type LoopOrder = {
  kind: 'gif' | 'webp';
  width: number;
  height: number;
  durationsMs: readonly number[];
  /** Of a GIF. */
  dithers: boolean;
};

/**
 * What the worker is asked for, one after the other; it closes the pictures. The samples of a GIF give its colours.
 */
export type LoopRequest =
  | {do: 'begin'; order: LoopOrder; samples: readonly ImageBitmap[]}
  | {do: 'add'; picture: ImageBitmap}
  | {do: 'finish'};

/** What each is answered with; in the end the file. */
export type LoopAnswer = {file: Uint8Array<ArrayBuffer> | null} | {failure: string};

type Encoder = {
  add(picture: ImageBitmap): void | Promise<void>;
  finish(): Uint8Array<ArrayBuffer>;
};

let encoder: Encoder | undefined;

self.onmessage = async ({data}: MessageEvent<LoopRequest>) => {
  try {
    tell({file: await answer(data)});
  } catch (error) {
    tell({failure: String(error)});
  }
};

function tell(message: LoopAnswer) {
  self.postMessage(message);
}

async function answer(request: LoopRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  switch (request.do) {
    case 'begin':
      encoder = (request.order.kind === 'gif' ? openGif : openWebp)(request.order, request.samples);
      return null;
    case 'add':
      await encoder?.add(request.picture);
      return null;
    case 'finish':
      return encoder?.finish() ?? null;
  }
}

function openGif(order: LoopOrder, samples: readonly ImageBitmap[]): Encoder {
  const {width, height, dithers} = order;
  const {context} = openCanvas(order, {willReadFrequently: true});
  const pixelsOf = (picture: ImageBitmap) => {
    replace(context, picture);
    return context.getImageData(0, 0, width, height).data;
  };
  const colours = chooseColours(samples.map(pixelsOf));
  const delays = wholeDelays(order.durationsMs, 10);
  const writer = new GifWriter({width, height, colours, delays, dithers});
  return {
    add(picture) {
      writer.add(pixelsOf(picture));
    },
    finish: () => writer.finish(),
  };
}

function openWebp(order: LoopOrder): Encoder {
  const {canvas, context} = openCanvas(order);
  const pictures: Uint8Array[] = [];
  return {
    async add(picture) {
      replace(context, picture);
      const blob = await canvas.convertToBlob({type: 'image/webp', quality: WEBP_QUALITY});
      pictures.push(new Uint8Array(await blob.arrayBuffer()));
    },
    finish: () => webpFile(order.width, order.height, pictures, wholeDelays(order.durationsMs, 1)),
  };
}

function openCanvas({width, height}: LoopOrder, options?: CanvasRenderingContext2DSettings) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', options);
  if (!context) throw new Error(`Got no 2D context for ${width} × ${height} pixels.`);
  context.globalCompositeOperation = 'copy';
  return {canvas, context};
}

function replace(context: OffscreenCanvasRenderingContext2D, picture: ImageBitmap) {
  context.drawImage(picture, 0, 0);
  picture.close();
}
