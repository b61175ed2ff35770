import type {DiskAnswer, DiskOrder, DiskProblem} from './disk-order.ts';

/** So often what was written is brought from the system's memory to the disk, in milliseconds. */
const FLUSH_MS = 1000;

/** A file as workers alone can open it. Where browsers are older, some of it takes its time. */
type SyncFile = {
  write(data: Uint8Array, options: {at: number}): number;
  truncate(bytes: number): unknown;
  flush(): unknown;
  close(): unknown;
};

let file: SyncFile | undefined;
/** Up to where all was written, in bytes. */
let end = 0;
let unflushed = false;
/** What comes after a gap would only spoil what lies before it. */
let failure: unknown;
let turn = Promise.resolve();

self.onmessage = ({data: order}: MessageEvent<DiskOrder>) => {
  turn = turn.then(async () => {
    const problem = await obey(order).then(() => null, explain);
    self.postMessage({problem} satisfies DiskAnswer);
  });
};

setInterval(() => {
  if (!unflushed) return;
  unflushed = false;
  turn = turn.then(() => file?.flush()).then(noop, noop);
}, FLUSH_MS);

async function obey(order: DiskOrder): Promise<void> {
  if (order.do === 'open') file = await open(order.name);
  else if (!file) throw new Error('The file is not open.');
  else if (order.do === 'write') await write(file, order.data, order.position);
  else if (order.do === 'try-room') await tryRoom(file, order.bytes);
  else await close(file);
}

async function open(name: string): Promise<SyncFile> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, {create: true});
  // TypeScript knows it in workers only, and the page's types are used for all.
  const access = handle as unknown as {createSyncAccessHandle(): Promise<SyncFile>};
  const opened = await access.createSyncAccessHandle();
  await opened.truncate(0);
  return opened;
}

async function write(to: SyncFile, data: ArrayBuffer, position: number): Promise<void> {
  if (failure !== undefined) throw failure;
  try {
    unflushed = true;
    const written = to.write(new Uint8Array(data), {at: position});
    // Chromium's private windows throw nothing where there is no room, but give the number of an error.
    if (written !== data.byteLength) {
      throw new DOMException(`${written} bytes were written.`, 'QuotaExceededError');
    }
    end = Math.max(end, position + data.byteLength);
  } catch (error) {
    failure = error;
    await to.truncate(end);
    throw error;
  }
}

/** Browsers round what `storage.estimate()` tells, but they do not let a file grow beyond what there is. */
async function tryRoom(of: SyncFile, bytes: number): Promise<void> {
  try {
    await of.truncate(end + bytes);
  } finally {
    await of.truncate(end);
  }
}

async function close(it: SyncFile): Promise<void> {
  await it.flush();
  await it.close();
  file = undefined;
}

function explain(error: unknown): DiskProblem {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return {full, text: String(error)};
}

function noop() {}
