import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {SourceMenu} from '../../../src/ui/sources/source-menu.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {appState} from '../page-fixture.ts';

const cameras = [
  {id: 'a', label: 'Built-in camera'},
  {id: 'b', label: 'Desk camera'},
];
const demo = appState().source;
const onCamera = {source: {...demo, kind: 'camera', title: 'Built-in camera', cameras}} as const;
const button = (name: string | RegExp) => page.getByRole('button', {name});

async function openMenu(properties: Partial<SourceMenu> = {}) {
  const menu = await mount(new SourceMenu(), {source: demo, ...properties});
  await button(/^Source/).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return menu;
}

describe('<source-menu>', () => {
  it('names the source', async () => {
    await mount(new SourceMenu(), onCamera);

    await expect.element(button('Source: Built-in camera')).toBeVisible();
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('offers the camera before cameras have names', async () => {
    const starts = heard(
      await openMenu({source: {...demo, cameras: [{id: '', label: ''}]}}),
      'camera-start',
    );

    await button('Camera').click();

    expect(starts).toEqual([null]);
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('lists cameras by name, marks the one on the stage and takes another', async () => {
    const starts = heard(await openMenu(onCamera), 'camera-start');
    await expect.element(button('Built-in camera').last()).toHaveAttribute('aria-current', 'true');
    await expect.element(button('Desk camera')).not.toHaveAttribute('aria-current');

    await button('Desk camera').click();

    expect(starts).toEqual(['b']);
  });

  it('tells two cameras of one name apart by their id', async () => {
    const twins = cameras.map(({id}) => ({id, label: 'Twin'}));
    const source = {...onCamera.source, title: 'Twin'};
    await openMenu({source: {...source, cameraId: 'b', cameras: twins}});

    const rows = page.getByRole('dialog').getByRole('button', {name: 'Twin'});
    await expect.element(rows.first()).not.toHaveAttribute('aria-current');
    await expect.element(rows.last()).toHaveAttribute('aria-current', 'true');
  });

  it('shows the demo', async () => {
    const picks = heard(await openMenu(), 'demo-pick');

    await button('Demo scene').click();

    expect(picks).toHaveLength(1);
  });

  it('opens a file', async () => {
    const menu = await openMenu();
    const files = heard(menu, 'source-open');

    const input = menu.renderRoot.querySelector('input[type=file]')!;
    await userEvent.upload(input, new File(['x'], 'cat.mp4', {type: 'video/mp4'}));

    expect(files.map(({name}) => name)).toEqual(['cat.mp4']);
  });

  it('mirrors', async () => {
    const menu = await openMenu({source: {...demo, mirrored: true}});
    const toggles = heard(menu, 'mirror-toggle');
    await expect.element(page.getByRole('checkbox', {name: 'Mirror'})).toBeChecked();

    await page.getByRole('checkbox', {name: 'Mirror'}).click();

    expect(toggles).toHaveLength(1);
  });

  it('switches to the other camera where there is one', async () => {
    const menu = await mount(new SourceMenu(), {
      source: {...onCamera.source, cameras: cameras.slice(0, 1)},
    });
    const switches = heard(menu, 'camera-switch');
    expect(button('Switch camera').query()).toBeNull();

    menu.source = onCamera.source;
    await button('Switch camera').click();

    expect(switches).toHaveLength(1);
  });

  it('closes on Escape and gives the focus back', async () => {
    const menu = await openMenu();

    await userEvent.keyboard('{Escape}');

    expect(page.getByRole('dialog').query()).toBeNull();
    expect(menu.shadowRoot?.activeElement).toBe(button(/^Source/).element());
  });

  it('is accessible, closed and open', async () => {
    await expectAccessible(await mount(new SourceMenu(), onCamera));
    await expectAccessible(await openMenu(onCamera));
  });
});
