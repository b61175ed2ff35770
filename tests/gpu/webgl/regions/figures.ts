import {drawFigure, type FigurePlace} from '../../../../src/network/person/person-exam.ts';
import {randomNumbers} from '../../../random-numbers.ts';

const SIDE = 256;

/** A person before a wall. */
export function figure(place: FigurePlace): ImageData {
  return new ImageData(drawFigure(SIDE, place), SIDE, SIDE);
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
