import {openPictureWriter} from '../../capture/stills/open-picture-writer.ts';
import type {Frame} from '../../gpu/frame.ts';
import type {Paint} from '../../gpu/painter.ts';
import type {Engine} from '../../live/engine.ts';
import type {Look} from '../look/look-table.ts';
import type {Looks} from '../look/looks.ts';
import {resolveLook} from '../look/resolve-look.ts';
import type {Networks} from '../networks/networks.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {paintedSize, type PictureChoice, sizeOfSide} from './picture-choice.ts';

/** What painting a picture needs from the studio. */
export type PaintPictureParts = {
  store: Store<AppState>;
  engine: Promise<Pick<Engine, 'paintLarge'>>;
  networks: Promise<Pick<Networks, 'painting'>>;
  looks: Pick<Looks, 'masks'>;
};

/** How far it is, and whether it shall go on. */
export type PictureProgress = {
  signal: AbortSignal;
  /** Told what is done, 0…1; the painting goes on when it resolves. */
  reach: (share: number) => Promise<void>;
};

/**
 * Paints a frame in a look, and gives the file.
 *
 * @param mirror whether it is the other way round
 * @throws what `Painter.paintLarge` throws, CaptureError, and the signal's reason
 */
export async function paintPicture(
  {store, engine, networks, looks}: PaintPictureParts,
  frame: Frame,
  look: Look,
  choice: PictureChoice,
  mirror: boolean,
  {signal, reach}: PictureProgress,
): Promise<Blob> {
  const size = sizeOfSide(frame.size, choice.side);
  // The network may be another than when it was asked for.
  const {analyst} = (await networks).painting;
  const paint = await resolveLook(look, analyst, looks.masks, () => {});
  const writer = openPictureWriter(size, choice, {clear: mayBeClear(paint)});
  let share = 0;
  try {
    const painting = {
      size,
      paintedSize: paintedSize(size, choice.strokes, store.get().stats),
      mirror,
      signal,
      turn: () => reach(share),
      onProgress: (done: number) => (share = done),
    };
    await (await engine).paintLarge(paint, frame, painting, (tile) => writer.take(tile));
    return await writer.finish();
  } finally {
    writer.dispose();
  }
}

function mayBeClear({regions}: Paint): boolean {
  if (!regions) return false;
  return [regions.background, ...regions.over.map(({cover}) => cover)].some(
    ({by}) => by === 'none',
  );
}
