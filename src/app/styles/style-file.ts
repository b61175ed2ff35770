import type {Brush} from '../../network/brush.ts';
import type {KeptFit} from '../../network/fitting/fitter.ts';
import {fitFrom} from '../../network/fitting/kept-fit.ts';
import {readWeights, weightBytes} from '../../network/weights.ts';
import type {OwnStyle} from './own-style.ts';
import type {StyleShelf} from './style-shelf.ts';

/** What was learnt of a style for one network and side. */
export type LearntBrush = {
  /** SHA-256 of the weights of the network, in hexadecimal. */
  network: string;
  /** At which the style was seen, in pixels. */
  side: number;
  /** Of the fit, and the steps of it that were taken. */
  recipe: string;
  steps: number;
  brush: Brush;
};

/** A style as it is given to others: its picture, and what was learnt of it. */
export type GivenStyle = {title: string; picture: Blob; learnt: readonly LearntBrush[]};

/** What the file begins with; what follows is the length of the head, the head, and all it lists. */
const BEGINNING = 'PASTICHE STYLE 1\n';

/** The longest head that is read, in bytes. */
const LONGEST_HEAD = 1_000_000;

type Head = {
  title: string;
  picture: {type: string; bytes: number};
  learnt: (Omit<LearntBrush, 'brush'> & {weights: {name: string; shape: number[]}[]})[];
};

/** One file of a style: the head as JSON, the picture, and the weights as float32, little-endian. */
export function packStyle({title, picture, learnt}: GivenStyle): Blob {
  const head: Head = {
    title,
    picture: {type: picture.type, bytes: picture.size},
    learnt: learnt.map(({network, side, recipe, steps, brush}) => ({
      network,
      side,
      recipe,
      steps,
      weights: [...brush].map(([name, {shape}]) => ({name, shape})),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const weights = learnt.flatMap(({brush}) => [...brush.values()].map(({values}) => values));
  return new Blob([BEGINNING, Uint32Array.of(text.length), text, picture, ...weights], {
    type: 'application/octet-stream',
  });
}

/** An own style as a file, with what a shelf has of what was learnt of it. */
export async function packOwn(
  shelf: Pick<StyleShelf, 'fitsOf'>,
  {id, title, picture}: Pick<OwnStyle, 'id' | 'title' | 'picture'>,
): Promise<File> {
  const kept = await shelf.fitsOf(id).catch(() => []);
  const learnt = kept.map(([key, {recipe, steps, brush}]) => {
    // As `fitKey` makes it.
    const [side, network = ''] = key.split('/').reverse();
    return {network, side: Number(side), recipe, steps, brush};
  });
  return new File([packStyle({title, picture, learnt})], `${fileName(title)}.pastiche`);
}

/** Keeps what comes with a style as if it had been learnt here; what is not kept is learnt anew. */
export async function keepLearnt(
  {learnt}: Pick<GivenStyle, 'learnt'>,
  keep: (network: string, side: number, fit: KeptFit) => Promise<void>,
): Promise<void> {
  for (const {network, side, recipe, steps, brush} of learnt) {
    await keep(network, side, fitFrom(brush, recipe, steps)).catch(() => {});
  }
}

/** Systems differ in what names may hold; letters and digits of any script are safe. */
function fileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'style';
}

/** Whether a file is one of a style. */
export async function isStyleFile(file: Blob): Promise<boolean> {
  return (await file.slice(0, BEGINNING.length).text()) === BEGINNING;
}

/**
 * A style out of its file. Whether the picture is one is seen when it is added, whether a brush fits the
 * network when it is painted with.
 *
 * @throws Error if it is cut short or no such file, WeightsError if it holds numbers that are none
 */
export async function unpackStyle(file: Blob): Promise<GivenStyle> {
  let at = 0;
  const take = (bytes: number): Blob => {
    if (!(Number.isInteger(bytes) && bytes >= 0 && at + bytes <= file.size)) {
      throw new Error(`Expected ${bytes} bytes more, but the file ends after ${file.size}.`);
    }
    return file.slice(at, (at += bytes));
  };
  if ((await take(BEGINNING.length).text()) !== BEGINNING) throw new Error('Expected a style.');
  const [length = 0] = new Uint32Array(await take(4).arrayBuffer());
  if (length > LONGEST_HEAD) throw new Error(`Expected a shorter head, but got ${length} bytes.`);
  const head: unknown = JSON.parse(await take(length).text());
  if (!isHead(head)) throw new Error('Expected a head that lists what follows.');
  const {type, bytes} = head.picture;
  const picture = new Blob([take(bytes)], {type});
  const learnt: LearntBrush[] = [];
  for (const {weights, ...facts} of head.learnt) {
    const data = await take(weightBytes({weights})).arrayBuffer();
    learnt.push({...facts, brush: new Map(readWeights({weights}, data))});
  }
  if (at !== file.size) throw new Error(`Expected the file to end after ${at} bytes.`);
  return {title: head.title, picture, learnt};
}

function isHead(value: unknown): value is Head {
  const {title, picture, learnt} = (value ?? {}) as Partial<Record<keyof Head, unknown>>;
  const {type, bytes} = (picture ?? {}) as Partial<Record<keyof Head['picture'], unknown>>;
  const isPicture = typeof type === 'string' && typeof bytes === 'number';
  return typeof title === 'string' && isPicture && Array.isArray(learnt) && learnt.every(isLearnt);
}

function isLearnt(value: unknown): boolean {
  const {network, side, recipe, steps, weights} = (value ?? {}) as Partial<
    Record<keyof Head['learnt'][number], unknown>
  >;
  const isCount = (number: unknown) => Number.isInteger(number) && (number as number) > 0;
  return (
    typeof network === 'string' &&
    typeof recipe === 'string' &&
    isCount(side) &&
    isCount(steps) &&
    Array.isArray(weights) &&
    weights.every((each) => {
      const {name, shape} = (each ?? {}) as {name?: unknown; shape?: unknown};
      return typeof name === 'string' && Array.isArray(shape) && shape.every(isCount);
    })
  );
}
