/** A wait asked for: answered with its `id` after `ms` milliseconds. */
type Wait = {id: number; ms: number};

self.onmessage = ({data: {id, ms}}: MessageEvent<Wait>) => {
  setTimeout(() => {
    self.postMessage(id);
  }, ms);
};
