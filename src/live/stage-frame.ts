import type {Size} from '../gpu/size.ts';
import type {Rig} from './rig.ts';
import type {FrameSource} from './sources/frame-source.ts';

/**
 * The frame to paint: the source's newest, on the GPU, fitted and calmed; or, while it is frozen,
 * the one that was there, however else it is to be fitted.
 */
export class StageFrame {
  frozen = false;
  private source: FrameSource | undefined;
  private mirror = false;
  /** Undefined when a frame must be taken, or fitted anew. */
  private ready: {rig: Rig; texture: WebGLTexture; size: Size} | undefined;
  /** The source of the frame that the input took last. */
  private takenFrom: FrameSource | undefined;
  private newScene = true;

  /** Takes frames of another source from now on. */
  setSource(source: FrameSource | undefined): void {
    this.source = source;
    this.startScene();
  }

  setMirror(mirror: boolean): void {
    if (mirror === this.mirror) return;
    this.mirror = mirror;
    this.startScene();
  }

  /** Says that the source has a new frame, to be taken before painting. */
  expire(): void {
    this.ready = undefined;
  }

  /** The size of the frame as it comes; undefined without a source, or one that has no pixels. */
  sizeIn(rig: Rig): Size | undefined {
    const size = this.isHeldIn(rig) ? rig.input.frameSize : this.source?.size();
    return size?.width && size.height ? size : undefined;
  }

  /** The frame in a working size; there must be one. The texture lasts until the next call. */
  textureIn(rig: Rig, size: Size): WebGLTexture {
    const {ready} = this;
    const fits =
      ready?.rig === rig && ready.size.width === size.width && ready.size.height === size.height;
    if (fits) return ready.texture;
    const noisy = this.fit(rig, size);
    if (this.newScene) rig.noiseFilter.restart();
    this.newScene = false;
    const texture = rig.noiseFilter.apply(noisy, size);
    this.ready = {rig, texture, size};
    return texture;
  }

  /** The frame that is held while frozen, as it came; undefined where none is. */
  readHeld(rig: Rig): ImageData | undefined {
    return this.isHeldIn(rig) ? rig.input.read() : undefined;
  }

  private startScene() {
    this.ready = undefined;
    this.newScene = true;
  }

  private fit(rig: Rig, size: Size): WebGLTexture {
    if (this.isHeldIn(rig)) return rig.input.refit(size, this.mirror);
    const {source} = this;
    if (!source) throw new Error('Expected a source to take a frame from, but there is none.');
    source.update?.(performance.now());
    this.takenFrom = source;
    return rig.input.take(source.element, source.size(), size, this.mirror);
  }

  private isHeldIn({input}: Rig): boolean {
    const taken = this.source !== undefined && this.takenFrom === this.source;
    return this.frozen && taken && input.frameSize !== undefined;
  }
}
