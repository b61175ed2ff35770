import type {Page} from 'playwright';

declare global {
  interface Window {
    cameraTracks: MediaStreamTrack[];
  }
}

/** Remembers the tracks of every camera the page opens, so that `unplugCamera` finds them. */
export async function keepCameraTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.cameraTracks = [];
    const devices = MediaDevices.prototype;
    const {getUserMedia} = devices;
    devices.getUserMedia = async function (constraints) {
      const stream = await getUserMedia.call(this, constraints);
      window.cameraTracks.push(...stream.getVideoTracks());
      return stream;
    };
  });
}

/** Does to the page what pulling the plug does: the track has ended, and says so. */
export async function unplugCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const track of window.cameraTracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
}

/** How many of the tracks the page has opened still run. */
export function runningTracks(page: Page): Promise<number> {
  return page.evaluate(
    () => window.cameraTracks.filter(({readyState}) => readyState === 'live').length,
  );
}
