import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import screenTriangle from '../src/gpu/webgl/tools/screen-triangle.glsl?raw';
import {startShaderProgram} from '../src/gpu/webgl/tools/shader-program.ts';
import {shaderText} from '../src/gpu/webgl/tools/shader-text.ts';
import chance from './scene/chance.glsl?raw';
import clothes from './scene/clothes.glsl?raw';
import figure from './scene/figure.glsl?raw';
import film from './scene/film.glsl?raw';
import garden from './scene/garden.glsl?raw';
import hair from './scene/hair.glsl?raw';
import head from './scene/head.glsl?raw';
import light from './scene/light.glsl?raw';
import motion from './scene/motion.glsl?raw';
import shapes from './scene/shapes.glsl?raw';

/** How the film is made. */
export type FilmOptions = {
  /** Pixels on each side: it is square, so that upright and wide screens can cut it. */
  side: number;
  framesPerSecond: number;
  seconds: number;
  /** Places in a pixel that are looked at. */
  samples: number;
  bitsPerSecond: number;
};

/** What is made, as base64. */
export type Film = {webm: string; mp4: string; posterJpeg: string};

declare global {
  interface Window {
    /** Renders the film, and its first frame; tells the console how far it is. */
    renderFilm(options: FilmOptions): Promise<Film>;
  }
}

/** Rows that are drawn at once: browsers take the GPU away from a page whose draws take long. */
const STRIP = 32;
const POSTER_QUALITY = 0.85;

window.renderFilm = async ({side, framesPerSecond, seconds, samples, bitsPerSecond}) => {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('Expected a 2D canvas, but there is none.');
  const render = createCamera(side, samples);
  const begin = async (format: WebMOutputFormat | Mp4OutputFormat, codec: VideoCodec) => {
    const target = new BufferTarget();
    const output = new Output({format, target});
    const source = new CanvasSource(canvas, {
      codec,
      bitrate: bitsPerSecond,
      latencyMode: 'quality',
      keyFrameInterval: seconds,
    });
    output.addVideoTrack(source, {frameRate: framesPerSecond});
    await output.start();
    return {
      add: (timeS: number) => source.add(timeS, 1 / framesPerSecond),
      async end() {
        await output.finalize();
        return asBase64(new Blob([target.buffer ?? '']));
      },
    };
  };
  const webm = await begin(new WebMOutputFormat(), 'vp9');
  const mp4 = await begin(new Mp4OutputFormat({fastStart: 'in-memory'}), 'avc');
  const frames = framesPerSecond * seconds;
  let poster = new Blob();
  for (let frame = 0; frame < frames; frame++) {
    context.putImageData(await render(frame / frames), 0, 0);
    if (frame === 0)
      poster = await canvas.convertToBlob({type: 'image/jpeg', quality: POSTER_QUALITY});
    for (const file of [webm, mp4]) await file.add(frame / framesPerSecond);
    console.log(`Frame ${frame + 1} of ${frames}`);
  }
  return {webm: await webm.end(), mp4: await mp4.end(), posterJpeg: await asBase64(poster)};
};

/** Gives the picture at a phase of the loop, 0…1: the mean of some samples a pixel. */
function createCamera(side: number, samples: number): (phase: number) => Promise<ImageData> {
  const gl = new OffscreenCanvas(side, side).getContext('webgl2', {antialias: false});
  if (!gl) throw new Error('Expected WebGL 2, but there is none.');
  const parts = [chance, shapes, motion, head, hair, clothes, figure, light, garden, film];
  const shader = startShaderProgram(gl, screenTriangle, shaderText({}, parts));
  shader.finish();
  gl.useProgram(shader.program);
  gl.viewport(0, 0, side, side);
  gl.enable(gl.SCISSOR_TEST);
  gl.uniform1f(shader.uniform('side'), side);
  const bytes = new Uint8Array(side * STRIP * 4);

  return async (phase) => {
    const sums = new Float32Array(side * side * 4);
    gl.uniform1f(shader.uniform('phase'), phase);
    for (let sample = 0; sample < samples; sample++) {
      // Places that fill a pixel evenly, however many: Roberts's R2 sequence.
      const offset = [0.7548777, 0.5698403].map((step) => ((sample * step) % 1) - 0.5);
      gl.uniform2fv(shader.uniform('offset'), offset);
      for (let row = 0; row < side; row += STRIP) {
        gl.scissor(0, row, side, STRIP);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
        gl.readPixels(0, row, side, STRIP, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
        bytes.forEach((byte, index) => {
          sums[row * side * 4 + index]! += byte / samples;
        });
        await scheduler.postTask(() => {});
      }
    }
    return upright(sums, side);
  };
}

/** WebGL's first row is the lowest one. */
function upright(values: Float32Array, side: number): ImageData {
  const picture = new ImageData(side, side);
  const length = side * 4;
  for (let row = 0; row < side; row++) {
    const line = values.subarray((side - 1 - row) * length, (side - row) * length);
    picture.data.set(line.map(Math.round), row * length);
  }
  return picture;
}

async function asBase64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((resolve) => (reader.onload = resolve));
  return String(reader.result).split(',')[1] ?? '';
}
