import type {Captures} from '../captures/captures.ts';
import {PlainError} from '../notices/plain-error.ts';
import {sentenceOf} from '../notices/sentences.ts';
import type {Sources} from '../sources/sources.ts';
import type {StudioContext} from '../studio-context.ts';
import {asJpeg} from '../styles/as-jpeg.ts';
import type {Styles} from '../styles/styles.ts';
import type {PageApi} from './page-api.ts';

/** Makes `window.pastiche` of the studio's parts: what they throw becomes a sentence. */
export function createPageApi(
  {store, canvas}: StudioContext,
  parts: {sources: Sources; styles: Promise<Styles>; captures: Captures},
  ready: Promise<void>,
): PageApi {
  const {sources, captures} = parts;

  async function inPlainWords<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (cause) {
      throw new PlainError(sentenceOf(cause), {cause});
    }
  }

  return {
    ready,
    styles: () => store.get().styles.map(({id, title, own}) => ({id, title, own})),
    setSource: (source) => inPlainWords(() => showSource(sources, source)),
    setLook: (change) =>
      inPlainWords(async () => (await parts.styles).show({...store.get().look, ...change})),
    look: () => structuredClone(store.get().look),
    addStyle: (picture, title = '') =>
      inPlainWords(async () => {
        const blob = picture instanceof Blob ? picture : await asJpeg(picture, picture);
        return (await parts.styles).add(blob, title);
      }),
    stats: () => ({...store.get().stats}),
    snapshot: () => inPlainWords(() => captures.snapshot()),
    startRecording: (options) => inPlainWords(() => captures.start(options)),
    stopRecording: () =>
      inPlainWords(async () => {
        const blob = await captures.claim();
        if (!blob) throw new PlainError('Nothing is being recorded. Start a recording first.');
        return blob;
      }),
    stream: () => canvas.captureStream(),
  };
}

/** Shows what a program or the address asks for: `camera`, `demo`, an address or a file. */
export async function showSource(sources: Sources, source: string | Blob): Promise<void> {
  if (source === 'camera') return sources.startCamera();
  if (source === 'demo') return sources.showDemo();
  if (source instanceof Blob) {
    return sources.open(source, source instanceof File ? source.name : 'File');
  }
  const address = URL.parse(source, location.href);
  if (!address) throw new PlainError(`“${source}” is neither camera, demo nor an address.`);
  return sources.open(address, address.pathname.split('/').at(-1) ?? source);
}
