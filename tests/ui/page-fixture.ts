import '../../src/ui/page.css';
import type {Actions} from '../../src/app/actions.ts';
import type {Clip} from '../../src/app/captures/captures-state.ts';
import {NO_EXPORTS} from '../../src/app/exports/exports-state.ts';
import {NO_MIDI} from '../../src/app/midi/midi-state.ts';
import {UNKNOWN_KEPT} from '../../src/app/offline/offline-state.ts';
import {WHOLE_PICTURE} from '../../src/app/regions/regions-state.ts';
import {FIRST_SETTINGS} from '../../src/app/settings/settings-table.ts';
import {SILENCE} from '../../src/app/sound/sound-state.ts';
import type {AppState} from '../../src/app/state.ts';
import {createStore, type Store} from '../../src/app/store.ts';
import type {StyleEntry} from '../../src/app/styles/styles-state.ts';
import {PasticheApp} from '../../src/ui/pastiche-app.ts';
import {USUAL_LOOK} from '../app/usual-look.ts';

/** A call of an action: its name and its arguments. */
export type Call = [name: keyof Actions, ...args: unknown[]];

/** The page on a store of its own; `calls` lists what it asked the studio to do. */
export type Page = {
  app: PasticheApp;
  store: Store<AppState>;
  canvas: HTMLCanvasElement;
  calls: Call[];
};

const TITLES = [
  ['Swirling Night', 'Thick paint turns around the lights.'],
  ['Great Wave', 'Flat blues, cut in wood.'],
  ['Sunday Points', 'Dots of pure colour.'],
  ['Rose Window', 'Leaded glass with the sun behind it.'],
  ['Cubist Shards', 'Planes that disagree.'],
  ['Ink Wash', 'Wet brush, rice paper.'],
  ['Engraved', 'Hatching in copper.'],
  ['Byzantine Mosaic', 'Gold and lapis stones.'],
  ['Watercolour Bloom', 'Pigment that ran.'],
  ['Halftone Hero', 'Cheap print, big feelings.'],
  ['Linocut', 'Two colours and a knife.'],
  ['Marbled Paper', 'Combed inks on water.'],
  ['Colour Field', 'Soft edges that hum.'],
  ['Constructivist', 'Red wedges, black bars.'],
  ['Soft Pastel', 'Chalk on toned paper.'],
  ['Batik', 'Wax and indigo.'],
  ['Neon City', 'Tubes in the rain.'],
  ['Blueprint', 'White lines, Prussian blue.'],
  ['Tapestry', 'Wool, thread by thread.'],
  ['Blackboard', 'Chalk dust.'],
  ['Risograph', 'Two inks, slightly off.'],
  ['Art Deco', 'Fans and gold.'],
  ['Autumn Leaves', 'A forest floor.'],
  ['Cracked Fresco', 'A wall that remembers.'],
] as const;

const paintedUrls = new Map<string, string>();

/** A picture of `size` pixels in strokes of one family of colours, as a data URL. */
export function paintedUrl(seed: number, size = 96): string {
  const known = paintedUrls.get(`${seed},${size}`);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  paintStrokes(canvas, seed);
  const url = canvas.toDataURL('image/jpeg', 0.8);
  paintedUrls.set(`${seed},${size}`, url);
  return url;
}

/** Paints strokes that flow with `phase` over the whole of `canvas`; the same numbers paint the same. */
export function paintStrokes(canvas: HTMLCanvasElement, seed: number, phase = 0): void {
  const context = canvas.getContext('2d')!;
  const {width, height} = canvas;
  const hue = (seed * 137.5) % 360;
  context.fillStyle = `hsl(${hue} 40% 22%)`;
  context.fillRect(0, 0, width, height);
  context.lineCap = 'round';
  for (let index = 0; index < 420; index++) {
    const x = ((index * 73.13 + seed * 31) % 100) / 100;
    const y = ((index * 37.71 + seed * 17) % 100) / 100;
    const inside = Math.hypot((x - 0.5) * 1.6, y - 0.55) < 0.33;
    const tone = hue + (inside ? 160 : 0) + 36 * Math.sin(index + seed);
    const angle = 5 * Math.sin(3 * x + seed + phase) * Math.cos(4 * y - seed) + (inside ? 1.5 : 0);
    const length = 0.06 * width;
    context.strokeStyle = `hsl(${tone} ${50 + 25 * Math.sin(index)}% ${30 + 38 * ((index * 0.618) % 1)}%)`;
    context.lineWidth = 0.018 * width;
    context.beginPath();
    context.moveTo(x * width, y * height);
    context.lineTo(x * width + Math.cos(angle) * length, y * height + Math.sin(angle) * length);
    context.stroke();
  }
}

/** Twenty-four styles of a gallery and, first, `own` ones of the person. */
export function styleEntries(own = 0): StyleEntry[] {
  const gallery = TITLES.map(([title, note], index) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    note,
    own: false,
    imageUrl: paintedUrl(index + 1),
  }));
  const owned = Array.from({length: own}, (_, index) => ({
    id: `own-${index + 1}`,
    title: ['Grandmother’s quilt', 'IMG_2041'][index] ?? `Picture ${index}`,
    note: '',
    own: true,
    imageUrl: paintedUrl(index + 40),
  }));
  return [...gallery, ...owned];
}

/** A snapshot among the clips. */
export function pictureClip(id = 'picture'): Clip {
  return {
    id,
    kind: 'image',
    name: `pastiche-2026-11-23-10-15-00-${id}.png`,
    url: paintedUrl(7, 256),
    bytes: 412_000,
    durationMs: 0,
    shareable: false,
    saved: false,
  };
}

/** A recording among the clips; its video does not play. */
export function videoClip(id = 'video'): Clip {
  return {
    ...pictureClip(id),
    kind: 'video',
    name: `pastiche-${id}.mp4`,
    url: 'data:video/mp4,',
    bytes: 3_400_000,
    durationMs: 12_300,
    shareable: true,
  };
}

/** A loop among the clips; it does not move. */
export function loopClip(id = 'loop'): Clip {
  return {...pictureClip(id), name: `pastiche-${id}.gif`, bytes: 2_600_000, durationMs: 5_800};
}

/** What is different in some slices of the state. */
export type Change = {
  [Slice in keyof AppState]?: AppState[Slice] extends readonly unknown[]
    ? AppState[Slice]
    : Partial<AppState[Slice]>;
};

/** The page as it is with the demo running, `change` laid over it. */
export function appState(change: Change = {}): AppState {
  const usual: AppState = {
    start: {phase: 'live', progress: null, failure: null},
    source: {
      kind: 'demo',
      title: 'Demo',
      film: null,
      camera: null,
      opening: false,
      health: 'live',
      mirrored: false,
      cameras: [],
    },
    look: {styles: [{id: 'swirling-night', weight: 1}], alpha: 0.8, stroke: 'broad', ...USUAL_LOOK},
    styles: {entries: styleEntries(), analyzing: null},
    networks: {
      entries: [
        {name: 'swift', title: {key: 'network.title.balanced'}, complete: true},
        {name: 'swift-hd', title: {key: 'network.title.fine'}, complete: true},
        {name: 'vgg19', title: {key: 'network.title.paper'}, complete: false},
      ],
      changing: false,
    },
    learning: {
      learnt: null,
      replaced: false,
      style: null,
      share: 0,
      secondsLeft: null,
      waits: false,
      asksFirst: false,
    },
    cues: {list: [], current: null, autopilot: null},
    midi: NO_MIDI,
    regions: WHOLE_PICTURE,
    sound: SILENCE,
    captures: {recording: {phase: 'idle', elapsedMs: 0, bytes: 0}, clips: []},
    exports: NO_EXPORTS,
    offline: UNKNOWN_KEPT,
    settings: {...FIRST_SETTINGS, overlay: true},
    view: {divider: null, frozen: false, clean: false, poppedOut: false, drawer: null},
    stats: {
      running: true,
      fps: 58.7,
      frameMs: 11.34,
      width: 512,
      height: 384,
      model: 'swift',
      stylizer: 'fused',
      backend: 'webgl',
      tensors: 41,
      styleId: 'swirling-night',
    },
    notices: change.notices ?? [],
  };
  return {
    start: {...usual.start, ...change.start},
    source: {...usual.source, ...change.source},
    look: {...usual.look, ...change.look},
    styles: {...usual.styles, ...change.styles},
    networks: {...usual.networks, ...change.networks},
    learning: {...usual.learning, ...change.learning},
    cues: {...usual.cues, ...change.cues},
    midi: {...usual.midi, ...change.midi},
    regions: {...usual.regions, ...change.regions},
    sound: {...usual.sound, ...change.sound},
    captures: {...usual.captures, ...change.captures},
    exports: {...usual.exports, ...change.exports},
    offline: {...usual.offline, ...change.offline},
    settings: {...usual.settings, ...change.settings},
    view: {...usual.view, ...change.view},
    stats: {...usual.stats, ...change.stats},
    notices: usual.notices,
  };
}

/** A part that comes later, which lists what is asked of it, as actions do. */
function fakePart(action: 'withCues' | 'withOffline', calls: Call[]): object {
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          calls.push([action, name, ...args]),
    },
  );
}

/** A store, and actions that only list their calls; pointers go where they like, so not what they expect. */
export function fakeStudio(change: Change = {}) {
  const store = createStore(appState(change));
  const calls: Call[] = [];
  const actions = new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...args: unknown[]) => {
        if (name === 'attempt') return (args[0] as () => Promise<void>)();
        if (name === 'withCues' || name === 'withOffline') {
          return (args[0] as (part: object) => unknown)(fakePart(name, calls));
        }
        if (name !== 'expectStyle') calls.push([name as keyof Actions, ...args]);
        return undefined;
      },
  });
  return {store, actions, calls};
}

/** Puts the whole page into the document, with `change` laid over the usual state. */
export async function showPage(change: Change = {}): Promise<Page> {
  const {store, actions, calls} = fakeStudio(change);
  const canvas = document.createElement('canvas');
  canvas.width = 512;
  canvas.height = 384;
  const app = Object.assign(new PasticheApp(), {store, actions, canvas});
  document.body.replaceChildren(app);
  await app.updateComplete;
  // The panels render with the page, but are done after it.
  await new Promise(requestAnimationFrame);
  return {app, store, canvas, calls};
}

/** The first element that `selector` finds under `root`, in whatever shadow. */
export function deepQuery(root: Element, selector: string): HTMLElement | undefined {
  const scopes: (Element | ShadowRoot)[] = [root.shadowRoot ?? root];
  for (const scope of scopes) {
    const found = scope.querySelector<HTMLElement>(selector);
    if (found) return found;
    for (const {shadowRoot} of scope.querySelectorAll('*')) if (shadowRoot) scopes.push(shadowRoot);
  }
  return undefined;
}
