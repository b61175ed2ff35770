import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Frame} from '../../src/gpu/frame.ts';
import type {Paint} from '../../src/gpu/painter.ts';
import {PictureRefusedError} from '../../src/gpu/picture-refused-error.ts';
import {Engine} from '../../src/live/engine.ts';
import {SizeLadder} from '../../src/live/pace/size-ladder.ts';
import {openCamera} from '../../src/live/sources/camera-source.ts';
import type {StyleStatistics} from '../../src/network/style-statistics.ts';
import {taintedCanvas} from '../gpu/refused-pictures.ts';
import {meanDifference, pixelAt, pixelsOf} from './canvas-pixels.ts';
import {displayFrames} from './display-frames.ts';
import {BLUE, GREEN, ManualSource, RED} from './manual-source.ts';
import {COOL, Stage, WARM, withAlpha} from './stage.ts';
import {toyModel} from './toy-model.ts';
import {restoreVisibility, setHidden} from './visibility.ts';

/** Pictures that look different differ by more than this, 0…255. */
const VISIBLE = 2;

let stage: Stage;
let warm: Paint;
let cool: Paint;

beforeAll(async () => {
  stage = await Stage.open();
  warm = await stage.paint(WARM);
  cool = await stage.paint(COOL);
});

beforeEach(() => stage.reset(warm));

afterEach(() => {
  restoreVisibility();
  vi.restoreAllMocks();
});

afterAll(() => {
  stage.close();
});

describe('painting', () => {
  it('fills the canvas', () => {
    stage.draw();
    const picture = pixelsOf(stage.canvas);

    expect([stage.canvas.width, stage.canvas.height]).toEqual([48, 32]);
    expect(meanDifference(picture, new Uint8Array(picture.length))).toBeGreaterThan(VISIBLE);
    expect(stage.engine.stats()).toMatchObject({running: true, width: 48, height: 32});
  });

  it('shows another style on the next frame', async () => {
    stage.draw();
    const before = pixelsOf(stage.canvas);
    const next = stage.nextPicture();
    stage.setPaint(cool);

    expect(meanDifference(await next, before)).toBeGreaterThan(VISIBLE);
  });

  it('goes on painting a frame that stays until another style has come in', async () => {
    stage.draw();
    const before = pixelsOf(stage.canvas);
    const steps = [0, 0.5, undefined];
    stage.engine.setPaintAt(() => {
      const [fadedIn] = steps.length > 1 ? steps.splice(0, 1) : steps;
      return fadedIn === undefined ? cool : {...cool, fadedIn};
    });
    const shown: number[] = [];
    for (let count = 0; count < 3; count++) {
      await stage.next('onPresented');
      shown.push(meanDifference(pixelsOf(stage.canvas), before));
    }
    const whole = shown[2]!;

    expect(whole).toBeGreaterThan(VISIBLE);
    expect(shown[0]).toBe(0);
    expect(shown[1]! / whole).toBeCloseTo(0.5, 1);
  });

  it('shows the newest of many styles', async () => {
    for (const paint of [cool, warm, cool, warm, cool]) stage.setPaint(paint);
    const next = stage.nextPicture();
    stage.source.tick();
    const shown = await next;
    stage.setPaint(warm);
    stage.draw();
    const before = pixelsOf(stage.canvas);
    stage.setPaint(cool);
    stage.draw();

    expect(meanDifference(shown, pixelsOf(stage.canvas))).toBe(0);
    expect(meanDifference(shown, before)).toBeGreaterThan(VISIBLE);
  });

  it('shows another strength on the next frame', async () => {
    const pictures: Uint8ClampedArray[] = [];
    for (const alpha of [0, 0.5, 1]) {
      const next = stage.nextPicture();
      stage.setPaint(withAlpha(warm, alpha));
      pictures.push(await next);
    }
    const [none, half, full] = pictures as [
      Uint8ClampedArray,
      Uint8ClampedArray,
      Uint8ClampedArray,
    ];

    expect(meanDifference(none, full)).toBeGreaterThan(VISIBLE);
    expect(meanDifference(none, half)).toBeGreaterThan(0);
    expect(meanDifference(half, full)).toBeLessThan(meanDifference(none, full));
  });

  it('paints another source from the next frame on, and listens to that one alone', async () => {
    const next = new ManualSource();
    next.fill(GREEN);
    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    const picture = stage.nextPicture();
    stage.engine.setSource(next);
    await picture;
    stage.draw();

    expect(pixelAt(stage.canvas, 0.5, 0.5)).toEqual(GREEN);
    expect([stage.source.listening, next.listening]).toEqual([0, 1]);
  });

  it('calms the frames of a source, and takes the first one of another as it is', async () => {
    const showsAfter = async (start: () => void) => {
      const shown = stage.next('onPresented');
      start();
      await shown;
      stage.draw();
      return pixelAt(stage.canvas, 0.5, 0.5)[0];
    };
    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    const next = new ManualSource();
    next.fill([100, 100, 100]);
    await showsAfter(() => {
      stage.engine.setSource(next);
    });
    next.fill([104, 104, 104]);

    expect(
      await showsAfter(() => {
        next.tick();
      }),
    ).toBe(101);
    const last = new ManualSource();
    last.fill([104, 104, 104]);
    expect(
      await showsAfter(() => {
        stage.engine.setSource(last);
      }),
    ).toBe(104);
  });
});

describe('a frame that cannot be read', () => {
  it('is told once a source, and its next one and any other are painted', async () => {
    const refused = new ManualSource();
    const tainted = await taintedCanvas();
    let broken = true;
    refused.frame = (timeMs) => {
      const frame = ManualSource.prototype.frame.call(refused, timeMs);
      return broken ? {...frame, image: tainted} : frame;
    };
    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    const told = stage.next('onFrameRefused');
    stage.engine.setSource(refused);
    await told;
    for (let frame = 0; frame < 3; frame++) {
      refused.tick();
      await displayFrames(2);
    }
    expect(stage.errors).toEqual([expect.any(PictureRefusedError)]);
    expect(stage.told).not.toContain('onFailed');
    expect(stage.draw()).toBe(false);
    expect(refused.open).toBe(0);

    broken = false;
    refused.fill(GREEN);
    const mended = stage.next('onPresented');
    refused.tick();
    await mended;
    stage.draw();
    expect(pixelAt(stage.canvas, 0.5, 0.5)).toEqual(GREEN);

    await stage.reset(warm);
    expect(stage.errors.splice(0)).toHaveLength(1);
  });

  it.each<[string, (source: ManualSource) => void]>([
    ['its picture is closed', (source) => Object.assign(source, {frame: closed})],
    ['it throws', (source) => Object.assign(source, {frame: broken})],
    ['it is larger than any texture', (source) => Object.assign(source, {frame: vast})],
  ])('is told, and another source painted, where %s', async (_, spoil) => {
    const source = new ManualSource();
    spoil(source);
    const told = stage.next('onFrameRefused');
    stage.engine.setSource(source);
    await told;
    expect(stage.errors.splice(0)).toHaveLength(1);
    expect(stage.draw()).toBe(false);
    expect(await stage.engine.grab('painting')).toBeUndefined();

    await stage.reset(warm);
    expect(stage.draw()).toBe(true);
    expect(stage.errors).toEqual([]);
  });

  it('is told again of a source that comes again', async () => {
    const source = Object.assign(new ManualSource(), {frame: broken});
    for (let visit = 0; visit < 2; visit++) {
      const told = stage.next('onFrameRefused');
      stage.engine.setSource(source);
      await told;
    }

    expect(stage.errors.splice(0)).toHaveLength(2);
  });

  const {size} = ManualSource.prototype;
  function closed(timeMs: number): Frame {
    const image = new OffscreenCanvas(8, 8);
    image.getContext('2d');
    const frame = new VideoFrame(image, {timestamp: 0});
    frame.close();
    return {image: frame, size: {width: 8, height: 8}, timeMs, close: () => {}};
  }
  function broken(): Frame {
    throw new DOMException('Broken by the test.', 'InvalidStateError');
  }
  function vast(this: ManualSource, timeMs: number): Frame {
    const {height} = size.call(this);
    return {image: this.element, size: {width: 1e6, height}, timeMs, close: () => {}};
  }
});

describe('time', () => {
  it('is that of the frame: what is painted with is asked for it, and it is told', async () => {
    const frameMs = performance.now() - 80;
    const asked: number[] = [];
    stage.engine.setPaintAt((timeMs) => {
      asked.push(timeMs);
      return warm;
    });
    await stage.next('onPresented');
    const drawn = vi.spyOn(stage.source, 'frame');
    const presented = stage.next('onPresented');
    stage.source.tick(frameMs);
    await presented;

    expect(asked.at(-1)).toBe(frameMs);
    expect(stage.times.at(-1)).toBe(frameMs);
    expect(drawn).toHaveBeenCalledExactlyOnceWith(frameMs);
  });

  it('goes on from there while the frame at hand is painted anew', async () => {
    const frameMs = performance.now() - 80;
    const presented = stage.next('onPresented');
    stage.source.tick(frameMs);
    await presented;
    stage.engine.setFrozen(true);
    await displayFrames(3);
    const again = stage.next('onPresented');
    stage.engine.repaint();
    await again;

    expect(stage.times.at(-1)).toBeGreaterThan(frameMs);
    expect(stage.times.at(-1)).toBeLessThan(performance.now() - 79);
  });

  it('is told to those who listen, until they stop', () => {
    const listener = vi.fn();
    const stop = stage.engine.onPresented(listener);
    stage.draw();
    stop();
    stop();
    stage.draw();

    expect(listener).toHaveBeenCalledExactlyOnceWith(expect.any(Number));
  });
});

describe('a picture that is grabbed', () => {
  it('is what the canvas shows, painted at once', async () => {
    stage.engine.setView({mirror: true, divider: 1, enlarged: false});
    const painting = (await stage.engine.grab('painting'))!;

    expect([painting.width, painting.height]).toEqual([48, 32]);
    expect(pixelAt(painting, 0.1, 0.5)).toEqual(BLUE);
    expect(pixelAt(painting, 0.9, 0.5)).toEqual(RED);
  });

  it('is the frame as it came, not mirrored', async () => {
    stage.engine.setView({mirror: true, divider: 0, enlarged: false});
    for (const frozen of [false, true]) {
      stage.engine.setFrozen(frozen);
      const frame = (await stage.engine.grab('frame'))!;
      expect([frame.width, frame.height]).toEqual([64, 48]);
      expect([pixelAt(frame, 0.1, 0.5), pixelAt(frame, 0.9, 0.5)]).toEqual([RED, BLUE]);
    }
    expect(stage.source.open).toBe(0);
  });

  it('is none without a source', async () => {
    stage.engine.setSource(undefined);

    expect(await stage.engine.grab('painting')).toBeUndefined();
    expect(await stage.engine.grab('frame')).toBeUndefined();
    expect(stage.engine.stats().running).toBe(false);
    expect(stage.source.listening).toBe(0);
  });

  it('is none of a source without pixels', async () => {
    Object.assign(stage.source.element, {width: 0, height: 0});

    expect(await stage.engine.grab('frame')).toBeUndefined();
  });
});

describe('view', () => {
  it('is another at once, and the frame the same: it stays calm', async () => {
    const shades = [];
    for (const mirror of [false, true, false]) {
      stage.engine.setView({mirror, divider: 1, enlarged: false});
      stage.source.fill(shades.length === 0 ? [100, 100, 100] : [104, 104, 104]);
      await stage.frames(1);
      stage.draw();
      shades.push(pixelAt(stage.canvas, 0.5, 0.5)[0]);
    }

    // A quarter of the change each time; a filter that starts anew would show all of it.
    expect(shades).toEqual([100, 101, 102]);
  });

  it('shows the frame left of the divider and the painting right of it', async () => {
    stage.source.fill(GREEN);
    stage.source.tick();
    await stage.next('onPresented');
    stage.draw();
    const painting = pixelAt(stage.canvas, 0.75, 0.5);
    stage.engine.setView({mirror: false, divider: 0.5, enlarged: false});
    stage.draw();

    expect(pixelAt(stage.canvas, 0.25, 0.5)).toEqual(GREEN);
    expect(pixelAt(stage.canvas, 0.75, 0.5)).toEqual(painting);
    expect(painting).not.toEqual(GREEN);
  });

  it('is mirrored on demand', async () => {
    for (const [mirror, left, right] of [
      [false, RED, BLUE],
      [true, BLUE, RED],
      [false, RED, BLUE],
    ] as const) {
      const next = stage.nextPicture();
      stage.engine.setView({mirror, divider: 1, enlarged: false});
      await next;
      stage.draw();
      expect([pixelAt(stage.canvas, 0.1, 0.5), pixelAt(stage.canvas, 0.9, 0.5)]).toEqual([
        left,
        right,
      ]);
    }
  });

  it('stands upright: the top of the frame is the top of the canvas', async () => {
    const context = stage.source.element.getContext('2d')!;
    context.fillStyle = 'rgb(0 255 0)';
    context.fillRect(0, 0, 64, 24);
    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    await stage.frames(1);
    stage.draw();

    expect(pixelAt(stage.canvas, 0.1, 0.1)).toEqual(GREEN);
    expect(pixelAt(stage.canvas, 0.1, 0.9)).toEqual(RED);
  });

  it('holds a frozen frame, which can be painted in other ways', async () => {
    stage.engine.setFrozen(true);
    await stage.next('onPresented');
    stage.source.fill(GREEN);
    stage.source.tick();
    stage.draw();
    const before = pixelsOf(stage.canvas);
    expect(stage.engine.stats().running).toBe(false);

    const next = stage.nextPicture();
    stage.setPaint(cool);
    expect(meanDifference(await next, before)).toBeGreaterThan(VISIBLE);

    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    stage.draw();
    expect(pixelAt(stage.canvas, 0.1, 0.5)).toEqual(RED);

    stage.engine.setView({mirror: true, divider: 1, enlarged: false});
    stage.draw();
    expect(pixelAt(stage.canvas, 0.9, 0.5)).toEqual(RED);

    stage.engine.setView({mirror: false, divider: 1, enlarged: false});
    stage.engine.setSize(48);
    Object.assign(stage.source.element, {width: 48, height: 64});
    stage.source.fill(GREEN);
    stage.draw();
    expect([stage.canvas.width, stage.canvas.height]).toEqual([64, 48]);
    expect(pixelAt(stage.canvas, 0.1, 0.5)).toEqual(RED);
    const held = (await stage.engine.grab('frame'))!;
    expect([held.width, held.height, ...pixelAt(held, 0.1, 0.5)]).toEqual([64, 48, ...RED]);

    stage.engine.setFrozen(false);
    const live = (await stage.engine.grab('frame'))!;
    expect([live.width, live.height, ...pixelAt(live, 0.1, 0.5)]).toEqual([48, 64, ...GREEN]);
    await stage.frames(1);
    stage.draw();
    expect(pixelAt(stage.canvas, 0.1, 0.5)).toEqual(GREEN);
  });
});

describe('size', () => {
  it('is the one chosen, in the aspect of the frame', async () => {
    stage.engine.setSize(48);
    await stage.frames(1);
    expect([stage.canvas.width, stage.canvas.height]).toEqual([64, 48]);

    stage.engine.setSize(32);
    await stage.next('onPresented');
    expect([stage.canvas.width, stage.canvas.height]).toEqual([48, 32]);

    const upright = new ManualSource(48, 64);
    stage.engine.setSource(upright);
    stage.draw();
    expect([stage.canvas.width, stage.canvas.height]).toEqual([32, 48]);
  });

  it('begins with the lowest rung when it is automatic, and tells the ladder of each frame', async () => {
    stage.engine.setSize('auto');
    stage.draw();
    expect([stage.canvas.width, stage.canvas.height]).toEqual([192, 144]);
    const observe = vi.spyOn(SizeLadder.prototype, 'observe').mockReturnValue(false);
    await stage.frames(2);

    const [frameMs, intervalMs] = observe.mock.calls[0]!;
    expect(frameMs).toBeGreaterThan(0);
    expect(intervalMs).toBeGreaterThan(8);
  });

  it('is found for a still too, which has one frame only', async () => {
    class Still extends ManualSource {
      override readonly kind = 'image';
    }
    const observe = vi.spyOn(SizeLadder.prototype, 'observe');
    vi.spyOn(SizeLadder.prototype, 'deciding', 'get').mockImplementation(
      () => observe.mock.calls.length < 8,
    );
    observe.mockReturnValue(false);
    stage.engine.setSize('auto');
    stage.engine.setSource(new Still());

    await vi.waitFor(
      () => {
        expect(observe).toHaveBeenCalledTimes(8);
      },
      {timeout: 10_000},
    );
  });

  it('waits for a source that has no pixels', () => {
    Object.assign(stage.source.element, {width: 0, height: 0});
    stage.engine.setSource(stage.source);

    expect(stage.draw()).toBe(false);
    expect([stage.canvas.width, stage.canvas.height]).toEqual([48, 32]);
  });

  it('follows a frame that changes its size, as a turned phone does', async () => {
    Object.assign(stage.source.element, {width: 48, height: 64});
    stage.source.fill(RED);
    await stage.frames(1);

    expect([stage.canvas.width, stage.canvas.height]).toEqual([32, 48]);
  });
});

describe('frames', () => {
  it('leave no tensor and no texture behind', async () => {
    await stage.frames(10);
    const tensors = stage.engine.stats().tensors;
    const created = vi.spyOn(WebGL2RenderingContext.prototype, 'createTexture');
    const deleted = vi.spyOn(WebGL2RenderingContext.prototype, 'deleteTexture');
    await stage.frames(100);

    expect(stage.engine.stats().tensors).toBe(tensors);
    expect(created.mock.calls.length).toBe(deleted.mock.calls.length);
  });

  it('go from the camera to the canvas without passing the CPU', async () => {
    const camera = await openCamera({cameraId: '', facing: 'user'});
    const readers = spyOnReaders();
    const upload = vi.spyOn(WebGL2RenderingContext.prototype, 'texImage2D');
    stage.engine.setSource(camera);
    for (let frame = 0; frame < 30; frame++) await stage.next('onPresented');
    camera.close();

    for (const reader of readers) expect(reader).not.toHaveBeenCalled();
    const videos = upload.mock.calls.filter(
      (call: unknown[]) => call.at(-1) instanceof HTMLVideoElement,
    );
    expect(videos.length).toBeGreaterThanOrEqual(29);
  });

  it('stop in a hidden tab, unless it is recorded', async () => {
    setHidden(true);
    expect(stage.source.listening).toBe(0);

    stage.engine.keepGoing(true);
    await stage.next('onPresented');
    await stage.next('onPresented');

    stage.engine.keepGoing(false);
    setHidden(false);
    expect(stage.source.listening).toBe(1);
    await stage.frames(1);
  });
});

describe('style analysis', () => {
  it('tells styles apart, and gives the same for the same', async () => {
    const style = styleOf(warm);
    const other = styleOf(cool);
    const same = styleOf(await stage.paint(WARM));

    expect(Object.keys(style)).toEqual(['f2', 'f3', 'f4']);
    expect(style['f2']!.mean).toHaveLength(8);
    expect(style['f3']!.mean).toHaveLength(16);
    expect(style['f4']!.std).toHaveLength(32);
    expect(same).toEqual(style);
    expect(other).not.toEqual(style);
    for (const {mean, std} of Object.values(style)) {
      expect([...mean, ...std].every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves the frame on the stage as it is', async () => {
    stage.draw();
    const before = pixelsOf(stage.canvas);
    await stage.paint(COOL);
    stage.draw();

    expect(meanDifference(pixelsOf(stage.canvas), before)).toBe(0);
  });

  it('gives back what it took of the graphics memory', async () => {
    await stage.paint(COOL);
    const created = vi.spyOn(WebGL2RenderingContext.prototype, 'createTexture');
    const deleted = vi.spyOn(WebGL2RenderingContext.prototype, 'deleteTexture');
    await stage.paint(COOL);

    expect(created.mock.calls.length).toBeGreaterThan(10);
    expect(deleted.mock.calls.length).toBe(created.mock.calls.length);
  });

  it('takes pictures of any size and shape', async () => {
    const thin = Object.assign(document.createElement('canvas'), {width: 300, height: 2});
    thin.getContext('2d');
    const {statistics} = await stage.engine.analyzeStyle(stage.model, thin, thin, 64);
    const {f4} = statistics;

    expect([...f4!.mean, ...f4!.std].every(Number.isFinite)).toBe(true);
  });
});

describe('another network', () => {
  const other = toyModel(11, 1 / 8);

  it('comes while painting goes on, and paints from the next frame on', async () => {
    const coming = stage.engine.addNetwork(other);
    await stage.frames(3);
    await coming;
    const paint = await stage.paint(WARM, other);
    expect(styleOf(paint)['f4']!.mean).toHaveLength(64);
    stage.draw();
    const before = pixelsOf(stage.canvas);
    const next = stage.nextPicture();
    stage.setPaint(paint);
    expect(meanDifference(await next, before)).toBeGreaterThan(VISIBLE);

    stage.setPaint(warm);
    stage.draw();
    expect(meanDifference(pixelsOf(stage.canvas), before)).toBe(0);
    stage.engine.removeNetwork(other);
  });

  it('leaves nothing behind when it goes, which is not before another paints', async () => {
    const {tensors} = stage.engine.stats();
    await stage.engine.addNetwork(other);
    stage.setPaint(await stage.paint(WARM, other));
    stage.engine.removeNetwork(other);
    expect(stage.draw()).toBe(true);
    expect(stage.engine.stats().tensors).toBeGreaterThan(tensors);

    stage.setPaint(warm);
    stage.draw();
    expect(stage.engine.stats().tensors).toBe(tensors);
    await expect(stage.paint(WARM, other)).rejects.toThrow('in use');
  });

  it('is timed while the picture on the stage stands still', async () => {
    stage.told.length = 0;
    const ticking = setInterval(() => {
      stage.source.tick();
    }, 5);
    const ms = await stage.engine.frameTime(stage.model, 48);
    clearInterval(ticking);

    expect(ms).toBeGreaterThan(0);
    // The last one is of the moment in which painting goes on.
    expect(stage.told.length).toBeLessThanOrEqual(1);
    expect([stage.canvas.width, stage.canvas.height]).toEqual([48, 32]);
  });
});

describe('a machine that cannot paint', () => {
  it('lacks webgl2', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);

    await expectUnsupported('webgl2');
  });

  it('lacks float targets', async () => {
    const {prototype} = WebGL2RenderingContext;
    const getExtension = prototype.getExtension as (name: string) => unknown;
    const withoutFloats = function (this: WebGL2RenderingContext, name: string) {
      return name.startsWith('EXT_color_buffer') ? null : getExtension.call(this, name);
    };
    vi.spyOn(prototype, 'getExtension').mockImplementation(withoutFloats as () => null);

    await expectUnsupported('float-targets');
  });

  async function expectUnsupported(lacks: string) {
    const canvas = document.createElement('canvas');
    const events = {onLost() {}, onRestored() {}, onFailed() {}, onFrameRefused() {}};
    await expect(Engine.open(canvas, toyModel(), {size: 32}, events)).rejects.toMatchObject({
      name: 'GpuUnsupportedError',
      lacks,
    });
  }
});

describe('an engine of its own', () => {
  let other: Stage;

  afterEach(() => {
    other.close();
  });

  it('needs a source and a style for its first frame, and leaves nothing behind', async () => {
    // Only one engine at a time: TensorFlow.js has one backend.
    stage.close();
    const {tensors} = stage.engine.stats();
    other = await Stage.open();
    expect(other.draw()).toBe(false);
    other.engine.setSource(other.source);
    expect(other.draw()).toBe(false);
    other.setPaint({...warm, network: other.model});
    await other.engine.firstFrame;
    expect(other.draw()).toBe(true);
    await other.paint(COOL);
    expect(other.engine.stats().tensors).toBeGreaterThan(tensors);

    const {length} = other.told;
    other.engine.dispose();
    other.engine.dispose();
    other.source.tick();
    other.setPaint(cool);
    setHidden(true);
    setHidden(false);
    expect(other.draw()).toBe(false);
    expect(other.source.listening).toBe(0);
    expect(other.told).toHaveLength(length);
    expect(other.engine.stats().tensors).toBe(tensors);
  });
});

/** What is known of the style that is painted with. */
function styleOf({layers}: Paint): StyleStatistics {
  return layers[0]!.code.statistics;
}

/** Everything that brings pixels from the GPU or a canvas to the CPU; `toPixels` ends in one. */
function spyOnReaders() {
  return [
    vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels'),
    vi.spyOn(WebGL2RenderingContext.prototype, 'getBufferSubData'),
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData'),
    vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'getImageData'),
    vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData'),
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL'),
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob'),
    vi.spyOn(VideoFrame.prototype, 'copyTo'),
  ];
}
