import type {Brush, BrushShare} from '../../../network/brush.ts';
import type {Weights} from '../../../network/weights.ts';
import {arrangeKernel, kernelSide} from '../../plan/arrange-kernel.ts';
import {type FeatureMap, LAYOUT_NUMBERS, type Shape, tileSize} from '../../plan/feature-map.ts';
import type {ConvPass, MapInput} from '../../plan/plan.ts';
import {shaderText} from '../tools/shader-text.ts';
import convSource from './conv.glsl?raw';
import mapSource from './feature-map.glsl?raw';
import type {FrameMemory} from './frame-memory.ts';
import type {GpuPass, PassContext} from './gpu-pass.ts';
import {createKernelMix} from './kernel-mix.ts';
import {storeInBlocks, storeInTexture, tilesPerBlock} from './kernel-store.ts';
import blockSource from './weights-block.glsl?raw';
import textureSource from './weights-texture.glsl?raw';

/** Texture units, the same in every convolution. */
const UNITS = {inputMap: 0, weights: 1, inputStyle: 2, addedMap: 3, addedStyle: 4};

/** Where weights are read from. */
export type WeightSource = {kind: 'texture'} | {kind: 'block'; bytes: number};

/** A convolution whose weights can be exchanged. */
export type ConvGpuPass = GpuPass & {
  /** Paints with the network's own weights, and with those of brushes as far as they count. */
  setBrushes(brushes: readonly BrushShare[], alpha: number): void;
  /** Does beforehand what `setBrushes` does once for a brush. */
  expectBrush(brush: Brush): void;
};

/**
 * Puts a convolution onto the GPU: its program, which starts to compile, and its weights.
 *
 * @param weights with those of the pass
 * @param styles the scales and shifts of the levels, which statistics passes draw
 * @param source uniform blocks are used where at least one tile's weights fit
 */
export function createConvPass(
  {gl, programs, formats}: PassContext,
  pass: ConvPass,
  output: FeatureMap,
  weights: Weights,
  styles: ReadonlyMap<string, WebGLTexture>,
  source: WeightSource,
): ConvGpuPass {
  const arranged = arrangedWeights(pass, weights, output);
  if (!arranged) throw new Error(`Expected the weights of ${pass.path}.`);
  const mix = createKernelMix(
    arranged.values,
    (brush) => arrangedWeights(pass, brush, output)?.values,
  );
  const {columns, rows: weightRows} = arranged;
  const inBlocks = source.kind === 'block' && tilesPerBlock(arranged, source.bytes) > 0;
  const store = inBlocks
    ? storeInBlocks(gl, arranged, source.bytes)
    : storeInTexture(gl, arranged, formats.maps, UNITS.weights);
  const defines = {
    ...definesOf(pass, output),
    WEIGHT_COLUMNS: columns,
    BLOCK_VECTORS: inBlocks && source.bytes / 16,
  };
  const weightSource = inBlocks ? blockSource : textureSource;
  const shader = programs.programOf(shaderText(defines, [mapSource, weightSource, convSource]));

  function bindTo(unit: number, kind: GLenum, texture: WebGLTexture | undefined) {
    if (!texture) return;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(kind, texture);
  }

  return {
    bind(memory) {
      shader.finish();
      gl.useProgram(shader.program);
      for (const [name, unit] of Object.entries(UNITS)) gl.uniform1i(shader.uniform(name), unit);
      if (inBlocks) {
        const index = gl.getUniformBlockIndex(shader.program, 'Weights');
        gl.uniformBlockBinding(shader.program, index, 0);
      }
      const place = {
        inputShape: shader.uniform('inputShape'),
        inputGroups: shader.uniform('inputGroups'),
        addedShape: shader.uniform('addedShape'),
        tileSize: shader.uniform('tileSize'),
        range: shader.uniform('range'),
        weightRows: shader.uniform('weightRows'),
        firstSlice: shader.uniform('firstSlice'),
      };
      const {framebuffer, width} = memory.targetOf(pass.output);
      const {height} = tileSize(output, memory.size);
      const input = sourceOf(pass.input, memory, styles);
      const added = pass.added && sourceOf(pass.added, memory, styles);
      const inputGroups = Math.ceil(pass.inputs / 4);
      const [low, high] = pass.range;

      return (frame) => {
        gl.useProgram(shader.program);
        gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
        if (input.map) bindTo(UNITS.inputMap, gl.TEXTURE_2D_ARRAY, input.map);
        else bindTo(UNITS.inputMap, gl.TEXTURE_2D, frame);
        bindTo(UNITS.inputStyle, gl.TEXTURE_2D, input.style);
        gl.uniform4iv(place.inputShape, input.shape);
        gl.uniform1i(place.inputGroups, inputGroups);
        if (added) {
          bindTo(UNITS.addedMap, gl.TEXTURE_2D_ARRAY, added.map);
          bindTo(UNITS.addedStyle, gl.TEXTURE_2D, added.style);
          gl.uniform4iv(place.addedShape, added.shape);
        }
        gl.uniform2i(place.tileSize, width, height);
        gl.uniform2f(place.range, low, high);
        gl.uniform1i(place.weightRows, weightRows);
        for (const {firstTile, tiles, firstSlice, bind} of store.draws) {
          bind();
          gl.uniform1i(place.firstSlice, firstSlice);
          gl.viewport(0, firstTile * height, width, tiles * height);
          gl.scissor(0, firstTile * height, width, tiles * height);
          gl.drawArrays(gl.TRIANGLES, 0, 3);
        }
      };
    },
    setBrushes(brushes, alpha) {
      const values = mix.mix(brushes, alpha);
      if (values) store.update(values);
    },
    expectBrush: mix.expect,
    dispose: () => {
      store.dispose();
    },
  };
}

function arrangedWeights(pass: ConvPass, weights: Weights, output: FeatureMap) {
  const kernel = weights.get(`${pass.path}/kernel`)?.values;
  const bias = weights.get(`${pass.path}/bias`)?.values;
  return kernel && bias && arrangeKernel(pass, kernel, bias, output);
}

function definesOf({form, input, added}: ConvPass, {groupsPerTile}: FeatureMap) {
  return {
    GROUPS: groupsPerTile,
    SIDE: kernelSide(form),
    STEP: form === 'stride' ? 2 : 1,
    UPSAMPLE: form === 'upsample',
    POOL: form === 'pool',
    FRAME: input === 'frame',
    STYLED: input !== 'frame' && input.styled !== undefined,
    ADDED: added !== undefined,
    ADDED_STYLED: added?.styled !== undefined,
  };
}

/** What a source is at a size; no map stands for the frame. */
function sourceOf(
  source: MapInput | 'frame',
  memory: FrameMemory,
  styles: ReadonlyMap<string, WebGLTexture>,
): {shape: Shape; map?: WebGLTexture; style?: WebGLTexture | undefined} {
  if (source === 'frame') {
    const {width, height} = memory.size;
    return {shape: [width, height, 1, LAYOUT_NUMBERS.pixels]};
  }
  return {
    shape: memory.shapeOf(source.map),
    map: memory.targetOf(source.map).texture,
    style: source.styled === undefined ? undefined : styles.get(source.styled),
  };
}
