import {beforeEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {type BrushTouch, MaskBrush} from '../../../src/ui/stage/mask-brush.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const field = () => page.getByRole('application');

let element: MaskBrush;
let touches: BrushTouch[];
let lifts: null[];

beforeEach(async () => {
  element = await mount(new MaskBrush());
  Object.assign(element.style, {
    position: 'absolute',
    inset: 'auto',
    width: '200px',
    height: '100px',
  });
  touches = heard(element, 'brush-touch');
  lifts = heard(element, 'brush-lift');
});

function point(type: string, x: number, y: number) {
  const {left, top} = element.getBoundingClientRect();
  field()
    .element()
    .dispatchEvent(
      new PointerEvent(type, {clientX: left + x, clientY: top + y, pointerId: 1, bubbles: true}),
    );
}

describe('<mask-brush>', () => {
  it('paints where the pointer is while it is down', async () => {
    point('pointermove', 20, 20);
    expect(touches).toEqual([]);
    field().element().setPointerCapture = () => {};
    point('pointerdown', 50, 25);
    point('pointermove', 100, 50);
    point('pointerup', 100, 50);
    point('pointermove', 150, 50);

    expect(touches).toEqual([
      {place: {x: 0.25, y: 0.25}, aspect: 2},
      {place: {x: 0.5, y: 0.5}, aspect: 2},
    ]);
    expect(lifts).toHaveLength(1);
    await expectAccessible(element);
  });

  it('paints on the frame as filmed, where it is shown mirrored', () => {
    element.mirrored = true;
    field().element().setPointerCapture = () => {};
    point('pointerdown', 50, 25);

    expect(touches[0]?.place).toEqual({x: 0.75, y: 0.25});
  });

  it('moves by arrow keys, and paints while the space bar is down', async () => {
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(touches).toEqual([]);
    await userEvent.keyboard('{ >}{ArrowLeft}{/ }');

    expect(touches.map(({place}) => place)).toEqual([
      {x: 0.53, y: 0.53},
      {x: 0.5, y: 0.53},
    ]);
    expect(lifts).toHaveLength(1);
  });
});
