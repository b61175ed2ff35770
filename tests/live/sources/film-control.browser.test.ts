import {afterEach, describe, expect, it, vi} from 'vitest';
import type {FilmControl} from '../../../src/live/sources/film-control.ts';
import type {FrameSource, SourceHealth} from '../../../src/live/sources/frame-source.ts';
import {openVideo} from '../../../src/live/sources/video-source.ts';
import {makeFilm} from '../../capture/films/make-film.ts';

let source: FrameSource | undefined;
afterEach(() => {
  source?.close();
  source = undefined;
});

/** Ten frames a second, for two seconds. */
const TIMES = Array.from({length: 21}, (_, index) => index / 10);

async function openControl(): Promise<FilmControl> {
  source = await openVideo(await makeFilm({times: TIMES, channels: 1}), 'film');
  if (!source.film) throw new Error('Expected a film.');
  return source.film;
}

describe('createFilmControl', () => {
  it('says how the film plays, and tells of changes', async () => {
    const film = await openControl();
    const told = vi.fn();
    film.onChange(told);

    await vi.waitFor(() => {
      expect(film.state.timeMs).toBeGreaterThan(0);
    });

    expect(film.state).toMatchObject({playing: true, rate: 1, loops: true, sounds: false});
    expect(film.state.durationMs / 1000).toBeCloseTo(2, 0);
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalled();
    });
  });

  it('stays paused, which is no trouble', async () => {
    const film = await openControl();
    const healths: SourceHealth[] = [];
    source?.onHealth((health) => healths.push(health));

    film.set({playing: false});
    await vi.waitFor(() => {
      expect(film.state.playing).toBe(false);
    });
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
    const {timeMs} = film.state;
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(film.state).toMatchObject({playing: false, timeMs});
    expect(healths).toEqual([]);
    film.set({playing: true});
    await vi.waitFor(() => {
      expect(film.state.playing).toBe(true);
    });
  });

  it('goes to a place, and shows its frame while it is paused', async () => {
    const film = await openControl();
    film.set({playing: false});
    const times: number[] = [];
    source?.onFrame((timeMs) => times.push(timeMs));

    film.set({timeMs: 1500});

    await vi.waitFor(() => {
      expect(times.length).toBeGreaterThan(0);
    });
    expect(film.state.timeMs).toBeCloseTo(1500, -1);
  });

  it.each([
    [-500, 0],
    [1e9, 2000],
  ])('goes no further than the film, asked for %d ms', async (asked, reached) => {
    const film = await openControl();
    film.set({playing: false, timeMs: asked});

    await vi.waitFor(() => {
      expect(Math.abs(film.state.timeMs - reached)).toBeLessThan(150);
    });
  });

  it('goes frame by frame once it knows how long one lasts, and plays no more', async () => {
    const film = await openControl();
    film.set({playing: false, timeMs: 500});
    const step = async (by: 1 | -1) => {
      const shown = new Promise((resolve) => source?.onFrame(resolve));
      film.step(by);
      await shown;
    };
    for (let count = 0; count < 4; count++) await step(1);
    const before = film.state.timeMs;

    await step(1);
    expect(film.state.timeMs - before).toBeCloseTo(100, -1);
    await step(-1);
    expect(film.state.timeMs).toBeCloseTo(before, -1);
    expect(film.state.playing).toBe(false);
  });

  it('ends where it does not begin anew, and begins when it is played again', async () => {
    const film = await openControl();
    film.set({loops: false, rate: 2, timeMs: 1800});

    await vi.waitFor(
      () => {
        expect(film.state.playing).toBe(false);
      },
      {timeout: 5000},
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(film.state.playing).toBe(false);

    film.set({playing: true});
    await vi.waitFor(() => {
      expect(film.state).toMatchObject({playing: true, rate: 2});
    });
  });

  it('is heard when asked, and can be recorded then', async () => {
    const film = await openControl();
    expect(source?.sound).toBeUndefined();

    film.set({sounds: true});
    const track = source?.sound;
    expect(track).toMatchObject({kind: 'audio', readyState: 'live'});
    film.set({sounds: false});

    expect(source?.sound).toBeUndefined();
    film.set({sounds: true});
    expect(source?.sound).toBe(track);
  });
});
