import {afterEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {expectAccessible} from './mount.ts';
import {type Change, deepQuery, type Page, pictureClip, showPage} from './page-fixture.ts';

/** A square, letterboxes both ways, and what zooms of 200 % and 400 % leave of a laptop's window. */
const WINDOWS = [
  [240, 240],
  [320, 256],
  [320, 200],
  [256, 192],
  [160, 160],
  [300, 300],
  [479, 320],
  [519, 479],
  [200, 600],
  [299, 900],
  [310, 700],
  [640, 300],
  [640, 200],
  [844, 160],
  [1280, 240],
  [1280, 140],
] as const;

const camera: Change = {
  source: {
    kind: 'camera',
    title: 'A camera with quite a long name',
    cameras: [
      {id: 'a', label: 'A camera with quite a long name'},
      {id: 'b', label: 'Desk camera'},
    ],
  },
  captures: {clips: [pictureClip()]},
};

afterEach(() => document.body.replaceChildren());

async function showIn([width, height]: readonly [number, number], change: Change): Promise<Page> {
  await page.viewport(width, height);
  return showPage(change);
}

/** What lies on top at a point of the window, looked for in all shadows. */
function topmostAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** The controls of which one lies over another, by twos. */
function overlapping(controls: HTMLElement[]): string[] {
  const boxes = controls.map((control) => control.getBoundingClientRect());
  return controls.flatMap((control, index) =>
    controls.slice(0, index).flatMap((other, before) => {
      const [a, b] = [boxes[index]!, boxes[before]!];
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      return apart ? [] : [`${control.outerHTML} / ${other.outerHTML}`];
    }),
  );
}

/** The share of the picture that is in the window with nothing over it. */
function uncovered(canvas: HTMLCanvasElement): number {
  const {left, top, width, height} = canvas.getBoundingClientRect();
  const steps = Array.from({length: 12}, (_, index) => (index + 0.5) / 12);
  const seen = steps.flatMap((x) =>
    steps.map((y) => {
      const over = topmostAt(left + x * width, top + y * height);
      // What is transparent, and the divider's strip, show the picture.
      return over === canvas || over?.matches('.picture, .flash') === true;
    }),
  );
  return seen.filter(Boolean).length / seen.length;
}

/** All that can be pressed on the page, sheets and menus that are closed aside. */
function controlsIn(root: Element | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    if (element.matches('dialog, [popover], file-drop')) return [];
    const below = element.shadowRoot ? controlsIn(element.shadowRoot) : [];
    const pressable = element.matches('button, input:not([hidden])');
    return pressable && !element.closest('dialog, [popover]') ? [element] : below;
  });
}

describe.each(WINDOWS)('in a window of %d × %d', (width, height) => {
  it.each<[string, Change]>([
    ['the demo', {}],
    ['a camera', camera],
    [
      'a recording',
      {...camera, captures: {recording: {phase: 'recording', elapsedMs: 9e6, bytes: 5e8}}},
    ],
    [
      'a notice',
      {...camera, notices: [{id: 1, kind: 'error', message: {key: 'source.unreachable'}}]},
    ],
  ])('the picture comes first, with %s', async (_, change) => {
    const {app, canvas} = await showIn([width, height], {settings: {overlay: false}, ...change});

    expect(app.scrollTop).toBe(0);
    const {scrollWidth, scrollHeight} = document.documentElement;
    expect([scrollWidth, scrollHeight]).toEqual([width, height]);
    expect(app.scrollWidth).toBeLessThanOrEqual(app.clientWidth);
    const picture = canvas.getBoundingClientRect();
    expect(picture.top).toBeGreaterThanOrEqual(0);
    expect(picture.bottom).toBeLessThanOrEqual(height);
    expect(Math.max(picture.width / width, picture.height / height)).toBeGreaterThan(0.4);
    // A notice goes, or is dismissed.
    expect(uncovered(canvas)).toBeGreaterThan(change.notices ? 0.3 : 0.4);
  });

  it('every control can be brought into sight and pressed', async () => {
    const {app} = await showIn([width, height], camera);
    const controls = controlsIn(app.shadowRoot!).filter((control) =>
      control.checkVisibility({visibilityProperty: true}),
    );
    expect(controls.length).toBeGreaterThan(30);

    for (const control of controls) {
      control.scrollIntoView({block: 'center', inline: 'center'});
      const box = control.getBoundingClientRect();
      const name = control.ariaLabel ?? control.textContent;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      expect(x > 0 && x < width && y > 0 && y < height, `${name} is in the window`).toBe(true);
      const top = topmostAt(x, y);
      expect(control.contains(top), `${name} lies on top, and not ${top?.outerHTML}`).toBe(true);
    }
    expect(controls.map(({className}) => className)).toContain('icon settings');
  });
});

it.each([
  [240, 240],
  [320, 200],
] as const)('is accessible in a window of %d × %d', async (width, height) => {
  await expectAccessible((await showIn([width, height], camera)).app);
});

it('fits its controls into a tiny screen that is filled', async () => {
  const {app, canvas} = await showIn([320, 200], camera);
  app.requestFullscreen = () => Promise.resolve();
  await userEvent.keyboard('f');
  await app.updateComplete;

  const dock = deepQuery(app, '[part=dock]')!.getBoundingClientRect();
  expect(dock.left).toBeGreaterThanOrEqual(0);
  expect(dock.right).toBeLessThanOrEqual(320);
  expect(dock.bottom).toBeLessThanOrEqual(200);
  expect(uncovered(canvas)).toBeGreaterThan(0.25);
});

it.each([
  [900, 640],
  [960, 500],
] as const)('has nothing below the picture overlap where that is %d × %d', async (...size) => {
  const {app} = await showIn(size, camera);
  const below = document.documentElement.clientHeight - 96;
  // What lies further down in the gallery is cut off by it.
  const controls = controlsIn(app.renderRoot as ShadowRoot).filter(
    (control) =>
      control.getBoundingClientRect().top > below &&
      control.localName === 'button' &&
      (control.getRootNode() as ShadowRoot).host.localName !== 'style-gallery',
  );

  expect(controls.length).toBeGreaterThan(8);
  expect(overlapping(controls)).toEqual([]);
});
