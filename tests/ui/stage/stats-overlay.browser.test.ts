import {describe, expect, it} from 'vitest';
import {StatsOverlay} from '../../../src/ui/stage/stats-overlay.ts';
import {expectAccessible, mount} from '../mount.ts';
import {appState} from '../page-fixture.ts';

describe('<stats-overlay>', () => {
  it('shows speed, size, model and stylizer', async () => {
    const element = await mount(new StatsOverlay(), {stats: appState().stats});

    const text = element.renderRoot.textContent?.replace(/\s+/g, ' ');
    expect(text).toContain('59 fps 11.3 ms 512 × 384 swift, fused');
  });

  it('says why the slow stylizer paints', async () => {
    const fallbackReason = 'Expected a painting within 0.02 of the reference, but it is 0.3 off.';
    const stats = {...appState().stats, stylizer: 'graph' as const, fallbackReason};
    const element = await mount(new StatsOverlay(), {stats});

    const reason = element.renderRoot.querySelector<HTMLElement>('.reason')!;
    expect(reason.textContent).toBe(`Slow: ${fallbackReason}`);
    expect(reason.title).toBe(fallbackReason);
    const plain = await mount(new StatsOverlay(), {stats: appState().stats});
    expect(plain.renderRoot.querySelector('.reason')).toBeNull();
    expect(element.offsetWidth).toBeLessThanOrEqual(plain.offsetWidth + 20);
  });

  it('shows nothing before there are numbers', async () => {
    const element = await mount(new StatsOverlay());

    expect(element.renderRoot.textContent?.trim()).toBe('');
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new StatsOverlay(), {stats: appState().stats}));
  });
});
