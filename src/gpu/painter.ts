import type {Fitter, FitterSource} from '../network/fitting/fitter.ts';
import type {LoadedNetwork} from '../network/load-network.ts';
import type {PersonNetwork} from '../network/person/person-network.ts';
import type {StyleCode} from '../network/style-code.ts';
import type {Frame} from './frame.ts';
import type {Size} from './size.ts';
import type {TuningMemory} from './tuning-memory.ts';

/** A style at a strength: α of the paper's equation 14, in [0, 1.5]. */
export type PaintLayer = {code: StyleCode; alpha: number};

/** Whose colours a painting has: those of its style, or by a share the scene's own. */
export type Colour = {
  /** What the scene gives: the chroma of each pixel, or mean and covariance of all together. */
  by: 'luminance' | 'palette';
  /** 0 leaves the colours of the style, 1 takes all that the scene gives. */
  share: number;
};

/** How firmly trembling is held down, in frames and in strokes. */
export type Calm = 'off' | 'normal' | 'strong';

/**
 * What a region is covered with: a layer of the paint, by its place; the frame as it was filmed, or blurred; one colour,
 * RGB in 0…1; or nothing, so that what lies behind the canvas is seen.
 */
export type Cover =
  | {by: 'paint'; layer: number}
  | {by: 'frame' | 'blur' | 'none'}
  | {by: 'colour'; rgb: readonly [number, number, number]};

/** Where a mask of 0…1 turns from one region to the other, and how softly. */
export type Edge = {threshold: number; feather: number};

/**
 * What somebody has painted on the frame, as far as it is wide and high: red in one region, green in another. Its
 * pixels may change with its version.
 */
export type PaintedMask = {picture: TexImageSource; version: number};

/** What covers persons, or what is red or green in the mask. */
export type Region = {where: 'person' | 'red' | 'green'; cover: Cover};

/** Regions, each with its own cover. */
export type Regions = {
  /** Of what lies in none of them. */
  background: Cover;
  /** Each over those before. */
  over: readonly Region[];
  /** Of persons. */
  edge: Edge;
  mask?: PaintedMask | undefined;
};

/** A look resolved for a moment: what a frame is painted with. */
export type Paint = {
  /** The network that the codes are of, and that paints. */
  network: LoadedNetwork;
  /** What covers regions; without any, and while it is not known where persons are, the first covers all. */
  layers: readonly PaintLayer[];
  /** Left out where all of the picture is one. */
  regions?: Regions;
  colour: Colour;
  calm: Calm;
  /**
   * How far it has come in over what was painted before, 0…1; 1, and where it is left out: it is alone.
   * While it comes in, its layers are the same object.
   */
  fadedIn?: number;
  /** Where something drives the look from frame to frame: layers of it that stay the same object. */
  drivenFrom?: readonly PaintLayer[];
};

/**
 * What to paint with at a time, on the clock of `performance.now()`; undefined while there is nothing
 * to paint with. Asked for each frame, so it answers at once.
 */
export type PaintAt = (timeMs: number) => Paint | undefined;

/** How a picture is shown; what is painted knows nothing of it. */
export type View = {
  mirror: boolean;
  /** The frame itself is shown left of here, 0…1 as shown; 0 shows the painting alone. */
  divider: number;
  /** The canvas is larger than the painting, and shows it sharp; see `enlargedSize`. */
  enlarged: boolean;
  /** The size of the canvas, where it is not to follow from the painting's. */
  size?: Size;
};

/** A picture that is painted beside the live one, at a size of its own. */
export type LargePainting = {
  /** Of the result, in pixels, whatever they are; the frame is cut to its aspect. */
  size: Size;
  /**
   * What is painted, in pixels, and made sharp in those of the result: so strokes are as broad as in a picture of
   * this size. As large as the result, where it is left out.
   */
  paintedSize?: Size | undefined;
  /** Has the result the other way round. */
  mirror?: boolean | undefined;
  /** The longest side of what is painted at a time, in pixels; what suits the GPU, where it is left out. */
  tileSide?: number | undefined;
  signal?: AbortSignal | undefined;
  /**
   * Called before the first piece of work and after each, with how long the GPU was busy with it, in milliseconds;
   * the next one begins when it resolves.
   */
  turn?: ((pieceMs: number) => Promise<void>) | undefined;
  /** Called with what is done, 0…1. */
  onProgress?: ((share: number) => void) | undefined;
};

/**
 * A part of a painting, and where it is in that: RGBA bytes, row 0 on top, whose alpha is not multiplied in, as
 * `ImageData` has them.
 */
export type PaintedTile = Size & {x: number; y: number; pixels: Uint8ClampedArray<ArrayBuffer>};

/** What a painter tells of itself. */
export type PainterStats = {
  /** How the network runs: TensorFlow.js ops, or own passes; `none` where it is not in use. */
  stylizer: 'graph' | 'fused' | 'none';
  /** Why it is the graph and not the fused one; undefined where it is not. */
  fallbackReason?: string | undefined;
  /** What the painter runs on. */
  backend: string;
  /** Tensors alive: constant from frame to frame. */
  tensors: number;
};

/** What a painter tells its owner, from the first moment of its opening on. */
export type PainterEvents = {
  /** The GPU has gone away; what was there comes back by itself when it does. */
  onLost: () => void;
  onRestored: () => void;
  /** The GPU came back, but nothing can be painted on it. */
  onFailed: (error: unknown) => void;
};

/** What a painter is opened with. */
export type PainterOptions = {
  /** Where it paints; nobody else has drawn on it. */
  canvas: HTMLCanvasElement;
  /** What paints first. */
  network: LoadedNetwork;
  /** At about which size. */
  size: Size;
  /** Resolves after the milliseconds given, in a hidden tab too. */
  wait: (ms: number) => Promise<void>;
  /** What earlier starts have found out. */
  memory?: TuningMemory | undefined;
  /** The time of what is painted, in milliseconds; where it is left out, that of `performance.now()`. */
  now?: (() => number) | undefined;
  /**
   * Whether another painter of the page has TensorFlow.js: this one then paints with own passes or not at all,
   * and analyses no styles.
   */
  besideAnother?: boolean | undefined;
  events: PainterEvents;
};

/**
 * One backend: everything between a frame and the canvas. While the GPU is away it paints nothing,
 * and what was asked of it waits. Whoever opens one disposes it.
 */
export interface Painter {
  /** True while the GPU is away, and after `dispose`. */
  readonly away: boolean;
  /** The size of the frame taken last, as it came; undefined where there is none, as after a loss. */
  readonly frameSize: Size | undefined;
  /** Whether this network can paint now. */
  paints(network: LoadedNetwork): boolean;
  /** Forgets the frames so far: the next one shows something else. */
  startScene(): void;
  /**
   * Takes a frame, which stays until the next; the caller closes it.
   *
   * @throws PictureRefusedError where it cannot be read; others may be taken
   */
  take(frame: Frame): void;
  /**
   * Paints the frame taken last, as often as is wanted, and presents it on the canvas, where it can
   * be read until the caller's task ends.
   *
   * @param size of the painting, in multiples of `FRAME_STEP`; the frame is cut to its aspect
   * @returns false where the GPU has gone away
   */
  paint(paint: Paint, size: Size, view: View): boolean;
  /**
   * Paints a frame at a size of its own, tile after tile with the statistics of the whole, as if it were painted at
   * once; without what works from frame to frame. The picture on the canvas, and what is known of its scene, stay as
   * they are. Tiles come row by row: none begins above where one of the row before it ends. Where TensorFlow.js
   * paints, which cannot do so, a painting whose shorter side is longer than 720 px is painted with that one, and
   * made sharp in the pixels of the result.
   *
   * @param frame shows the same until this has settled, and stays the caller's
   * @param take takes a tile, and is waited for; what it throws ends the painting
   * @throws PictureRefusedError where the frame cannot be read, ContextLostError where the GPU is away or goes
   *   away; what the signal says, and where the network of the paint is not in use
   */
  paintLarge(
    paint: Paint,
    frame: Frame,
    painting: LargePainting,
    take: (tile: PaintedTile) => void | Promise<void>,
  ): Promise<void>;
  /** Resolves when the GPU has done all it was given: true, or false where it went away meanwhile. */
  finished(): Promise<boolean>;
  /** The frame taken last, as it came, read back from the GPU; undefined where there is none. */
  readFrame(): ImageData | undefined;
  /**
   * What a network knows of a style.
   *
   * @param size what the picture is brought to, cut to its aspect, in multiples of `FRAME_STEP`
   * @throws PictureRefusedError where it cannot be read
   */
  analyzeStyle(
    network: LoadedNetwork,
    picture: TexImageSource,
    pictureSize: Size,
    size: Size,
  ): Promise<StyleCode>;
  /**
   * Begins the fit of a brush, or goes on with one, on the GPU that paints. Whoever begins one disposes it;
   * its steps reject once the GPU has gone away.
   *
   * @throws where no content is large enough, or the start is of another network
   */
  openFitter(source: FitterSource): Promise<Fitter>;
  /** Makes the first frame with a code of a network in use quick: for a moment when there is time. */
  expect(network: LoadedNetwork, code: StyleCode): void;
  /** Makes an analysis at this size quick; what `analyzeStyle` does first, where it is not done. */
  prepareAnalysis(network: LoadedNetwork, size: Size): Promise<void>;
  /**
   * Puts a network beside those in use.
   *
   * @param size at about which it will paint
   */
  addNetwork(network: LoadedNetwork, size: Size): Promise<void>;
  /** Frees a network; the one that has painted last, as soon as another does. */
  removeNetwork(network: LoadedNetwork): void;
  /**
   * Has regions covered from now on, as `Paint.regions` wants it; before, the first layer covers all.
   *
   * @param network has persons told from what is behind them, too
   * @throws where the GPU cannot run the network
   */
  openRegions(network?: PersonNetwork): Promise<void>;
  /** How much of a frame persons cover, 0…1, beside what is painted; undefined while they are not found. */
  presence(frame: Frame): Promise<number | undefined>;
  /** How long a network takes for a frame of this size, in milliseconds. Nothing is shown. */
  timeNetwork(network: LoadedNetwork, size: Size): Promise<number>;
  /** What is measured of a network, or of the painter alone. */
  stats(network: LoadedNetwork | undefined): PainterStats;
  /** Frees everything; may be called twice. */
  dispose(): void;
}
