/** A picture drawn by `draw`, encoded. */
export async function pictureFile(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
  type = 'image/png',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  draw(canvas.getContext('2d')!);
  return canvas.convertToBlob({type});
}

/** A white PNG of any size, a few kilobytes long. */
export async function whitePng(width: number, height: number): Promise<Blob> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  // One bit a pixel, grey.
  header.setUint8(8, 1);
  const row = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(row * height).fill(0xff);
  for (let start = 0; start < rows.length; start += row) rows[start] = 0;
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const chunks = [
    pngChunk('IHDR', new Uint8Array(header.buffer)),
    pngChunk('IDAT', await deflate(rows)),
    pngChunk('IEND', new Uint8Array()),
  ];
  return new Blob([signature, ...chunks], {type: 'image/png'});
}

/** An animation of one pixel: red, then blue, for ever. */
export function animatedGif(): Blob {
  const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
  const palette = [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0];
  const frame = (index: number) => [
    // Shown for a hundredth of a second.
    ...[0x21, 0xf9, 4, 0, 1, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    // Codes of three bits: clear, the colour's index, end.
    ...[2, 2, 0x44 | (index << 3), 1, 0],
  ];
  const repeat = [0x21, 0xff, 11, ...text('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  const screen = [1, 0, 1, 0, 0x81, 0, 0];
  const bytes = [...text('GIF89a'), ...screen, ...palette, ...repeat, ...frame(0), ...frame(1)];
  return new Blob([Uint8Array.from([...bytes, 0x3b])], {type: 'image/gif'});
}

/** A clip without sound of a canvas that turns from red to blue, as WebM. */
export async function videoFile(width = 64, height = 48): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d')!;
  const recorded = record(canvas.captureStream());
  for (let frame = 0; frame < 15; frame++) {
    context.fillStyle = `rgb(${255 - 17 * frame} 0 ${17 * frame})`;
    context.fillRect(0, 0, width, height);
    await new Promise(requestAnimationFrame);
  }
  return recorded.stop();
}

/** A clip of sound alone, which calls itself a video. */
export async function soundFile(): Promise<Blob> {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context);
  const destination = context.createMediaStreamDestination();
  oscillator.connect(destination);
  oscillator.start();
  const recorded = record(destination.stream);
  await new Promise((resolve) => {
    oscillator.onended = resolve;
    oscillator.stop(0.2);
  });
  const clip = await recorded.stop();
  await context.close();
  return new Blob([clip], {type: 'video/webm'});
}

function record(stream: MediaStream): {stop(): Promise<Blob>} {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({data}) => parts.push(data);
  recorder.start();
  return {
    async stop() {
      const ended = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.stop();
      await ended;
      return new Blob(parts, {type: 'video/webm'});
    },
  };
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(deflated).arrayBuffer());
}

function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** The checksum that PNG wants: https://www.w3.org/TR/png-3/#D-CRCAppendix */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
