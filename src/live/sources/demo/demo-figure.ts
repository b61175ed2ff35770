type Context = CanvasRenderingContext2D;

const SKIN = '#dca17c';
const SKIN_SHADE = '#a8654b';
const HAIR = '#3a2219';

/**
 * Draws a person from the waist up who sways, looks around, blinks and waves: about 100 units high,
 * standing on the origin, y upwards negative.
 *
 * @param turn 0…2π over the scene's period
 */
export function drawDemoFigure(context: Context, turn: number): void {
  const sway = 2.4 * Math.sin(3 * turn);
  const nod = 0.05 * Math.sin(5 * turn + 1);
  context.save();
  context.translate(sway, 0);
  drawHairBehind(context, nod, turn);
  drawArm(context, turn);
  drawBody(context);
  context.translate(0, -62);
  context.rotate(nod);
  drawHead(context, turn);
  drawHat(context);
  context.restore();
}

function drawBody(context: Context) {
  const coat = context.createLinearGradient(-34, -40, 34, -10);
  coat.addColorStop(0, '#1d3a5f');
  coat.addColorStop(0.55, '#2f5d8c');
  coat.addColorStop(1, '#5b8fb4');
  context.fillStyle = coat;
  context.beginPath();
  context.moveTo(-36, 4);
  context.bezierCurveTo(-36, -24, -30, -38, -11, -43);
  context.lineTo(11, -43);
  context.bezierCurveTo(30, -38, 36, -24, 36, 4);
  context.fill();

  // Knitted ribs give the coat a grain of its own.
  context.strokeStyle = 'rgb(255 255 255 / 0.13)';
  context.lineWidth = 0.7;
  for (let rib = -30; rib <= 30; rib += 3.4) {
    context.beginPath();
    context.moveTo(rib * 0.72, -40 + Math.abs(rib) * 0.22);
    context.quadraticCurveTo(rib, -20, rib * 1.1, 4);
    context.stroke();
  }
  drawScarf(context);
}

function drawScarf(context: Context) {
  const stripes = ['#c8402f', '#f0c257', '#c8402f', '#8f2a33'];
  stripes.forEach((color, index) => {
    context.fillStyle = color;
    context.beginPath();
    context.ellipse(0, -41 + index * 2.1, 14.5 - index * 0.4, 5, 0, 0, 2 * Math.PI);
    context.fill();
  });
  context.fillStyle = '#c8402f';
  context.beginPath();
  context.moveTo(3, -37);
  context.bezierCurveTo(9, -26, 7, -16, 10, -8);
  context.lineTo(18, -10);
  context.bezierCurveTo(15, -20, 16, -30, 11, -38);
  context.fill();
  context.strokeStyle = '#f0c257';
  context.lineWidth = 1.3;
  for (let stripe = 0; stripe < 5; stripe++) {
    context.beginPath();
    context.moveTo(7 + stripe * 0.6, -31 + stripe * 5);
    context.lineTo(14 + stripe * 0.6, -33 + stripe * 5);
    context.stroke();
  }
}

/** The raised arm on the right waves in bursts. */
function drawArm(context: Context, turn: number) {
  const wave = 0.32 * Math.sin(12 * turn) * (0.6 + 0.4 * Math.sin(turn));
  context.save();
  context.translate(30, -26);
  context.strokeStyle = '#4579a3';
  context.lineCap = 'round';
  context.lineWidth = 13;
  context.beginPath();
  context.moveTo(-4, 2);
  context.lineTo(10, -6);
  context.stroke();
  context.translate(10, -6);
  context.rotate(wave);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(3, -22);
  context.stroke();
  context.translate(3.6, -30);
  context.fillStyle = SKIN;
  context.beginPath();
  context.ellipse(0, -1, 5, 6, 0, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = SKIN;
  context.lineWidth = 2.5;
  for (let finger = -2; finger <= 2; finger++) {
    context.beginPath();
    context.moveTo(finger * 1.6, -4);
    context.lineTo(finger * 2.9, -12.5 + Math.abs(finger) * 1.6);
    context.stroke();
  }
  context.restore();
}

function drawHairBehind(context: Context, nod: number, turn: number) {
  context.save();
  context.translate(0, -62);
  context.rotate(nod * 0.6);
  const hair = context.createLinearGradient(-20, 0, 20, 0);
  hair.addColorStop(0, '#26150f');
  hair.addColorStop(0.6, HAIR);
  hair.addColorStop(1, '#7a4a2c');
  context.fillStyle = hair;
  context.beginPath();
  context.moveTo(-17, -12);
  context.bezierCurveTo(-25, 10, -22, 26, -18 + Math.sin(4 * turn), 34);
  context.lineTo(18 + Math.sin(4 * turn + 1), 34);
  context.bezierCurveTo(23, 22, 25, 8, 17, -12);
  context.fill();
  context.restore();
}

function drawHead(context: Context, turn: number) {
  // Looking around moves the features across the face.
  const look = 1.8 * Math.sin(2 * turn);
  context.fillStyle = SKIN_SHADE;
  context.fillRect(-6, 12, 12, 11);
  const face = context.createRadialGradient(6, -4, 2, 0, 0, 24);
  face.addColorStop(0, '#f7cfab');
  face.addColorStop(0.55, SKIN);
  face.addColorStop(1, SKIN_SHADE);
  context.fillStyle = face;
  context.beginPath();
  context.moveTo(-15, -8);
  context.bezierCurveTo(-16, 8, -9, 19, 0, 20);
  context.bezierCurveTo(9, 19, 16, 8, 15, -8);
  context.bezierCurveTo(12, -20, -12, -20, -15, -8);
  context.fill();
  drawCheeks(context, look);
  drawEyes(context, look, turn);
  drawNoseAndMouth(context, look, turn);
}

function drawCheeks(context: Context, look: number) {
  context.fillStyle = 'rgb(214 92 80 / 0.28)';
  for (const side of [-1, 1]) {
    context.beginPath();
    context.ellipse(side * 8.5 + look, 6, 3.6, 2.6, 0, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawEyes(context: Context, look: number, turn: number) {
  const blink = Math.abs(Math.sin(4.5 * turn)) < 0.04 ? 0.12 : 1;
  for (const side of [-1, 1]) {
    const x = side * 6.2 + look;
    context.fillStyle = '#fbf5ec';
    context.beginPath();
    context.ellipse(x, -1, 3, 1.9 * blink, 0, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#2d4a38';
    context.beginPath();
    context.ellipse(x + look * 0.35, -1, 1.55, 1.75 * blink, 0, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#120c0a';
    context.beginPath();
    context.ellipse(x + look * 0.35, -1, 0.8, 0.95 * blink, 0, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = HAIR;
    context.lineWidth = 1.1;
    context.beginPath();
    context.moveTo(x - 3.4, -0.8);
    context.quadraticCurveTo(x, -3.8 * blink, x + 3.4, -1);
    context.stroke();
    context.lineWidth = 1.4;
    context.beginPath();
    context.moveTo(x - 3.6, -5.2);
    context.quadraticCurveTo(x, -7.4, x + 3.6, -5.4);
    context.stroke();
  }
}

function drawNoseAndMouth(context: Context, look: number, turn: number) {
  const smile = 1.6 + 0.9 * Math.sin(3 * turn);
  context.strokeStyle = SKIN_SHADE;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(look * 1.2 + 0.6, -2);
  context.quadraticCurveTo(look * 1.4 - 2.4, 4, look * 1.3 - 1.8, 5.4);
  context.quadraticCurveTo(look * 1.3, 6.6, look * 1.3 + 2, 5.4);
  context.stroke();
  context.fillStyle = '#b23b3f';
  context.beginPath();
  context.moveTo(look - 5, 10.4);
  context.quadraticCurveTo(look, 9.4, look + 5, 10.4);
  context.quadraticCurveTo(look, 11.4 + smile * 1.9, look - 5, 10.4);
  context.fill();
  context.fillStyle = '#fdf4ea';
  context.beginPath();
  context.moveTo(look - 3.6, 10.7);
  context.quadraticCurveTo(look, 10.1, look + 3.6, 10.7);
  context.quadraticCurveTo(look, 10.8 + smile * 0.7, look - 3.6, 10.7);
  context.fill();
}

function drawHat(context: Context) {
  // A fringe first, so that the brim lies over it.
  context.fillStyle = HAIR;
  context.beginPath();
  context.moveTo(-16.5, -3);
  context.bezierCurveTo(-17, -16, -6, -17, 0, -12);
  context.bezierCurveTo(6, -16, 16, -16, 16.5, -3);
  context.bezierCurveTo(17, -20, 10, -23, 0, -23);
  context.bezierCurveTo(-10, -23, -17, -20, -16.5, -3);
  context.fill();
  const straw = context.createLinearGradient(-24, -26, 24, -12);
  straw.addColorStop(0, '#a8702c');
  straw.addColorStop(0.5, '#dba94c');
  straw.addColorStop(1, '#f7dd8f');
  context.fillStyle = straw;
  context.beginPath();
  context.ellipse(0, -15, 26, 6.4, 0, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.moveTo(-15, -16);
  context.bezierCurveTo(-14, -34, 14, -34, 15, -16);
  context.quadraticCurveTo(0, -11.5, -15, -16);
  context.fill();
  context.fillStyle = '#7b2340';
  context.beginPath();
  context.moveTo(-15.2, -16);
  context.quadraticCurveTo(0, -11.5, 15.2, -16);
  context.lineTo(14.6, -20);
  context.quadraticCurveTo(0, -15.5, -14.6, -20);
  context.fill();
  context.strokeStyle = 'rgb(122 78 28 / 0.55)';
  context.lineWidth = 0.6;
  for (let ring = 0; ring < 4; ring++) {
    context.beginPath();
    context.ellipse(0, -15, 25 - ring * 2.2, 6 - ring * 0.7, 0, 0.15, Math.PI - 0.15);
    context.stroke();
  }
}
