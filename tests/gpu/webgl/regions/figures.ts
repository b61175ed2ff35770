import {randomNumbers} from '../../../random-numbers.ts';

const SIDE = 256;

/** A head with hair and shoulders before a plain wall: enough of a person for the network to find one. */
export function figure({x, y}: {x: number; y: number}): ImageData {
  const canvas = Object.assign(document.createElement('canvas'), {width: SIDE, height: SIDE});
  const context = canvas.getContext('2d')!;
  const disc = (colour: string, dx: number, dy: number, rx: number, ry: number) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse((x + dx) * SIDE, (y + dy) * SIDE, rx * SIDE, ry * SIDE, 0, 0, 2 * Math.PI);
    context.fill();
  };
  context.fillStyle = '#b9c4bd';
  context.fillRect(0, 0, SIDE, SIDE);
  disc('#27405e', 0, 0.5, 0.36, 0.3);
  disc('#d9a98c', 0, 0.18, 0.07, 0.14);
  disc('#3a2a20', 0, -0.08, 0.17, 0.2);
  disc('#e3b596', 0, -0.02, 0.13, 0.18);
  for (const side of [-1, 1]) {
    disc('#ffffff', side * 0.05, -0.05, 0.025, 0.012);
    disc('#2b2320', side * 0.05, -0.05, 0.011, 0.011);
    disc('#4a3426', side * 0.05, -0.085, 0.03, 0.007);
  }
  disc('#c98f76', 0, 0.015, 0.018, 0.03);
  disc('#a2504a', 0, 0.085, 0.045, 0.013);
  return context.getImageData(0, 0, SIDE, SIDE);
}

/** A picture of chance, with nobody in it. */
export function noise(): ImageData {
  const random = randomNumbers(7);
  const picture = new ImageData(SIDE, SIDE);
  for (let at = 0; at < picture.data.length; at++) {
    picture.data[at] = at % 4 === 3 ? 255 : 255 * random();
  }
  return picture;
}

/** The colours of a picture in 0…1, pixel by pixel. */
export function rgbOf({data}: ImageData): Float64Array {
  return Float64Array.from(
    data.filter((_, at) => at % 4 !== 3),
    (value) => value / 255,
  );
}
