import type {Page} from 'playwright';

/** Painted frames a second: enough to see that a picture moves. */
const RATE = 5;

/** Of its speed, what the demo's film is played at: all its frames are decoded, painted or not. */
const FILM_SPEED = 0.2;

/**
 * Lets the page paint no more often than `RATE`: two pages that paint as fast as they can, on two
 * cores that play the GPU, leave nothing for what the tests are about.
 */
export async function slowFrames(page: Page): Promise<void> {
  await page.addInitScript(askSeldom, 1000 / RATE);
  await page.addInitScript(slowDemo, FILM_SPEED);
  await page.addInitScript(leaveOutGlass);
}

/** Runs in the page. */
function slowDemo(speed: number) {
  const {play} = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (this.src.includes('/film-')) this.playbackRate = speed;
    return play.call(this);
  };
}

/** Runs in the page: what lies over the picture does not blur it, which would be anew with each frame. */
function leaveOutGlass() {
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.style.setProperty('--glass-blur', 'none');
  });
}

/** Runs in the page. Who asks for a frame gets the first one that comes after the interval. */
function askSeldom(intervalMs: number) {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  let count = 0;
  let last = 0;

  slow(window, 'requestAnimationFrame', 'cancelAnimationFrame');
  slow(HTMLVideoElement.prototype, 'requestVideoFrameCallback', 'cancelVideoFrameCallback');

  function slow<Target extends object>(
    target: Target,
    request: keyof Target & string,
    cancel: keyof Target & string,
  ) {
    const original = target[request] as (callback: unknown) => number;
    const originalCancel = target[cancel] as (handle: number) => void;
    const real = new Map<number, number>();
    Object.assign(target, {
      [request](this: Target, callback: (...parameters: unknown[]) => void) {
        const handle = ++count;
        const ask = () => {
          waiting.delete(handle);
          const asked = original.call(this, (...parameters: unknown[]) => {
            real.delete(handle);
            last = performance.now();
            callback(...parameters);
          });
          real.set(handle, asked);
        };
        const rest = last + intervalMs - performance.now();
        if (rest <= 0) ask();
        else waiting.set(handle, setTimeout(ask, rest));
        return handle;
      },
      [cancel](this: Target, handle: number) {
        clearTimeout(waiting.get(handle));
        waiting.delete(handle);
        const asked = real.get(handle);
        if (asked !== undefined) originalCancel.call(this, asked);
        real.delete(handle);
      },
    });
  }
}
