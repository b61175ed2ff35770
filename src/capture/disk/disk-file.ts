import {within} from '../../within.ts';
import {CaptureError} from '../capture-error.ts';
import DiskWorker from './disk.worker.ts?worker';
import type {DiskAnswer, DiskOrder} from './disk-order.ts';
import {roomLeft} from './room-left.ts';

/** A file that is not open after so long is given up, in milliseconds. */
const OPEN_MS = 5000;

/** The same of one that is to be closed: a slow disk has much to catch up with. */
const CLOSE_MS = 60_000;

/** Bytes and their place in a file, as mediabunny's `StreamTarget` gives them. */
export type DiskChunk = {data: Uint8Array<ArrayBuffer>; position: number};

/**
 * A file of the browser's own file system, open to be written. What is written is there at once, and is
 * still there when the browser is killed; a worker sees to it. Nobody else can write it meanwhile.
 */
export class DiskFile {
  private readonly worker = new DiskWorker();
  private readonly asked: {resolve(): void; reject(reason: Error): void}[] = [];
  private closing: Promise<void> | undefined;

  /**
   * Makes the file, or empties the one of that name. The caller closes it.
   *
   * @throws {CaptureError} `disk-failed`
   */
  static async open(name: string): Promise<DiskFile> {
    const file = new DiskFile();
    try {
      await within(OPEN_MS, file.ask({do: 'open', name}));
      return file;
    } catch (error) {
      file.worker.terminate();
      if (error instanceof CaptureError) throw error;
      throw new CaptureError('disk-failed', `${name} could not be opened: ${String(error)}`, error);
    }
  }

  private constructor() {
    this.worker.onmessage = ({data: {problem}}: MessageEvent<DiskAnswer>) => {
      const order = this.asked.shift();
      if (!problem) order?.resolve();
      else order?.reject(new CaptureError(problem.full ? 'full' : 'disk-failed', problem.text));
    };
    this.worker.onerror = ({message}) => {
      for (const {reject} of this.asked.splice(0)) {
        reject(new CaptureError('disk-failed', `The worker of a file failed: ${message}`));
      }
    };
  }

  /**
   * Resolves when it is written.
   *
   * @throws {CaptureError} `full` or `disk-failed`; the file ends with what was written before
   */
  write({data, position}: DiskChunk): Promise<void> {
    // The caller goes on with its own, and some browsers write all that lies below a part.
    const {buffer} = data.slice();
    return this.ask({do: 'write', data: buffer, position}, [buffer]);
  }

  /** Whether so many bytes more could be written now. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    if (((await roomLeft()) ?? Infinity) < bytes) return false;
    return this.ask({do: 'try-room', bytes}).then(
      () => true,
      () => false,
    );
  }

  /** Ends the worker when all is written. Never rejects; may be called twice. */
  close(): Promise<void> {
    this.closing ??= within(CLOSE_MS, this.ask({do: 'close'}))
      .catch(() => undefined)
      .then(() => {
        this.worker.terminate();
      });
    return this.closing;
  }

  private ask(order: DiskOrder, transfer: Transferable[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.asked.push({resolve, reject});
      this.worker.postMessage(order, transfer);
    });
  }
}
