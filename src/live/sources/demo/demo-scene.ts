import {drawDemoFigure} from './demo-figure.ts';

type Context = CanvasRenderingContext2D;

/** How long the scene takes to repeat, in seconds. */
const PERIOD_S = 24;

/**
 * Draws the demo scene: a waving figure in front of hills at sunset, clouds and birds passing by.
 *
 * @param background as `drawDemoBackground` has made it, of the context's size
 * @param seconds since any moment; the scene repeats
 */
export function drawDemoScene(context: Context, background: CanvasImageSource, seconds: number) {
  const {width, height} = context.canvas;
  const turn = ((seconds % PERIOD_S) / PERIOD_S) * 2 * Math.PI;
  context.drawImage(background, 0, 0);
  drawClouds(context, width, height, (seconds % PERIOD_S) / PERIOD_S);
  drawBirds(context, width, height, seconds);
  drawGrass(context, width, height, turn);
  context.save();
  context.translate(width * 0.5, height);
  // The figure is drawn for a height of 100 units.
  const unit = Math.min(height / 108, width / 104);
  context.scale(unit, unit);
  drawDemoFigure(context, turn);
  context.restore();
}

/** Paints what does not move, once: sky, sun, hills, trees and a field, rich in texture. */
export function drawDemoBackground(width: number, height: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d', {alpha: false});
  if (!context) return canvas;
  drawSky(context, width, height);
  drawHills(context, width, height);
  drawField(context, width, height);
  return canvas;
}

function drawSky(context: Context, width: number, height: number) {
  const sky = context.createLinearGradient(0, 0, 0, height * 0.62);
  sky.addColorStop(0, '#2f5f9e');
  sky.addColorStop(0.45, '#7fa9c9');
  sky.addColorStop(0.75, '#f2c48d');
  sky.addColorStop(1, '#f59e6b');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);

  const [x, y, radius] = [width * 0.17, height * 0.36, height * 0.075];
  const glow = context.createRadialGradient(x, y, 0, x, y, radius * 4.5);
  glow.addColorStop(0, 'rgb(255 240 190 / 0.95)');
  glow.addColorStop(0.22, 'rgb(255 226 160 / 0.8)');
  glow.addColorStop(0.26, 'rgb(255 205 140 / 0.35)');
  glow.addColorStop(1, 'rgb(255 190 120 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
}

function drawHills(context: Context, width: number, height: number) {
  const layers = [
    {base: 0.5, rise: 0.13, color: '#8d84a8', waves: 2.1, phase: 0.4},
    {base: 0.58, rise: 0.1, color: '#6f7b85', waves: 3.3, phase: 2.2},
    {base: 0.66, rise: 0.07, color: '#51704f', waves: 2.6, phase: 4.1},
  ];
  for (const {base, rise, color, waves, phase} of layers) {
    const crest = (x: number) =>
      height *
      (base -
        rise * (0.6 * Math.sin(waves * x + phase) + 0.4 * Math.sin(2.7 * waves * x + 2 * phase)));
    context.fillStyle = color;
    context.beginPath();
    context.moveTo(0, height);
    for (let step = 0; step <= 60; step++) {
      const x = step / 60;
      context.lineTo(x * width, crest(x * 2.4));
    }
    context.lineTo(width, height);
    context.fill();
    drawTrees(context, width, height * 0.035, crest, phase);
  }
}

/** A row of trees along a crest, bigger towards the front. */
function drawTrees(
  context: Context,
  width: number,
  size: number,
  crest: (x: number) => number,
  seed: number,
) {
  for (let tree = 0; tree < 38; tree++) {
    const x = scatter(tree + seed * 31);
    const side = size * (0.5 + scatter(tree * 3.1 + seed));
    const y = crest(x * 2.4) + side * 0.9;
    const [hue, light] = [95 + 50 * scatter(tree + 7), 20 + 14 * scatter(tree + 5)];
    context.fillStyle = `hsl(${hue} 30% ${light}%)`;
    context.beginPath();
    context.ellipse(x * width, y - side, side * 0.45, side, 0, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = `hsl(${hue - 30} 45% ${light + 18}% / 0.55)`;
    context.beginPath();
    context.ellipse(x * width + side * 0.14, y - side * 1.15, side * 0.2, side * 0.6, 0, 0, 7);
    context.fill();
  }
}

function drawField(context: Context, width: number, height: number) {
  const top = height * 0.68;
  const field = context.createLinearGradient(0, top, 0, height);
  field.addColorStop(0, '#a8a355');
  field.addColorStop(0.5, '#6f8a3f');
  field.addColorStop(1, '#3b5a2c');
  context.fillStyle = field;
  context.fillRect(0, top, width, height - top);
  const colors = ['#d8483f', '#f3d36b', '#f4efe2', '#8858a8', '#e88a3c'];
  for (let flower = 0; flower < 900; flower++) {
    // Perspective: rows lie denser and flowers are smaller towards the horizon.
    const depth = scatter(flower * 1.7) ** 2;
    const x = scatter(flower * 2.3 + 11) * width;
    const y = top + depth * (height - top);
    const radius = height * (0.0018 + 0.007 * depth);
    context.strokeStyle = `hsl(${80 + 30 * scatter(flower)} 45% ${22 + 22 * scatter(flower + 3)}%)`;
    context.lineWidth = radius * 0.6;
    context.beginPath();
    context.moveTo(x, y + radius * 4);
    context.lineTo(x, y);
    context.stroke();
    context.fillStyle = colors[flower % colors.length] as string;
    context.beginPath();
    context.ellipse(x, y, radius * 1.2, radius, 0, 0, 2 * Math.PI);
    context.fill();
  }
}

/** @param share of the period that has passed, 0…1: one pass from side to side. */
function drawClouds(context: Context, width: number, height: number, share: number) {
  for (let cloud = 0; cloud < 6; cloud++) {
    const x = (((scatter(cloud * 9) + share) % 1) * 1.6 - 0.3) * width;
    const y = height * (0.08 + 0.26 * scatter(cloud * 5 + 2));
    const size = height * (0.05 + 0.05 * scatter(cloud + 1));
    for (let puff = 0; puff < 9; puff++) {
      const across = (puff / 8 - 0.5) * 4;
      const up = Math.cos(across * 0.75) * (0.5 + scatter(cloud * 13 + puff));
      context.fillStyle = `hsl(${28 + 10 * up} ${40 + 20 * up}% ${88 + 6 * up}% / 0.5)`;
      context.beginPath();
      context.ellipse(x + across * size, y - up * size * 0.5, size, size * 0.55, 0, 0, 7);
      context.fill();
    }
  }
}

function drawBirds(context: Context, width: number, height: number, seconds: number) {
  context.strokeStyle = '#33304a';
  context.lineWidth = height * 0.005;
  context.lineCap = 'round';
  for (let bird = 0; bird < 5; bird++) {
    const share = (seconds / PERIOD_S + bird * 0.037 + (bird > 2 ? 0.4 : 0)) % 1;
    const x = (1.2 - share * 1.4) * width;
    const y = height * (0.14 + 0.05 * bird + 0.02 * Math.sin(seconds + bird));
    const span = height * 0.022;
    const lift = span * 0.7 * Math.sin(seconds * 7 + bird * 2);
    context.beginPath();
    context.moveTo(x - span, y - lift);
    context.quadraticCurveTo(x - span * 0.4, y - span * 0.35, x, y);
    context.quadraticCurveTo(x + span * 0.4, y - span * 0.35, x + span, y - lift);
    context.stroke();
  }
}

/** Tall grass in front, bending in the wind. */
function drawGrass(context: Context, width: number, height: number, turn: number) {
  context.lineCap = 'round';
  for (let blade = 0; blade < 130; blade++) {
    const x = scatter(blade * 4.7 + 1) * width;
    const tall = height * (0.06 + 0.12 * scatter(blade + 0.5));
    const bend = tall * 0.35 * Math.sin(3 * turn + x * 0.012 + scatter(blade));
    const hue = 60 + 45 * scatter(blade * 1.3);
    context.strokeStyle = `hsl(${hue} 50% ${20 + 26 * scatter(blade * 2.1)}%)`;
    context.lineWidth = height * 0.005;
    context.beginPath();
    context.moveTo(x, height);
    context.quadraticCurveTo(x, height - tall * 0.6, x + bend, height - tall);
    context.stroke();
  }
}

/** A number in [0, 1) that looks random and is always the same for the same `index`. */
function scatter(index: number): number {
  const value = Math.sin(index * 127.1 + 311.7) * 43758.5453;
  return value - Math.floor(value);
}
