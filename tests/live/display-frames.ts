// Kept here, so that a test may replace it on the window.
const requestFrame = window.requestAnimationFrame.bind(window);

/** Resolves after `count` frames of the display; requests none that a test would count. */
export async function displayFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await new Promise((resolve) => requestFrame(resolve));
  }
}
