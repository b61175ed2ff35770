const WIDTH = 160;
const HEIGHT = 120;
const FRAMES = 30;

/** Luma, blue and red difference (BT.601) of the picture's left half, right half and moving bar. */
const LEFT = [90, 90, 200];
const RIGHT = [70, 200, 100];
const BAR = [230, 128, 128];

/**
 * What the fake camera sees, as a Y4M file: red on the left, blue on the right, and a white bar that
 * falls through both once a second.
 */
export function fakeCameraClip(): Buffer {
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`;
  const frames = Array.from({length: FRAMES}, (_, frame) => drawFrame(frame));
  return Buffer.concat([Buffer.from(header), ...frames]);
}

function drawFrame(frame: number): Buffer {
  const barTop = (frame / FRAMES) * HEIGHT;
  const planes = [0, 1, 2].map((plane) => {
    const step = plane === 0 ? 1 : 2;
    const width = WIDTH / step;
    return Buffer.from(
      Uint8Array.from({length: (width * HEIGHT) / step}, (_, index) => {
        const x = (index % width) * step;
        const y = Math.floor(index / width) * step;
        const inBar = (y - barTop + HEIGHT) % HEIGHT < HEIGHT / 6;
        const colour = inBar ? BAR : x < WIDTH / 2 ? LEFT : RIGHT;
        return colour[plane] ?? 0;
      }),
    );
  });
  return Buffer.concat([Buffer.from('FRAME\n'), ...planes]);
}
