import {
  BufferTarget,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import type {Tape} from '../disk/tape.ts';
import {endlessFormat} from '../endless-format.ts';

/** What packets are muxed into. `finish` or `dispose` ends it. */
export type ClipOutput = {
  readonly output: Output;
  /**
   * Ends the file and gives it.
   *
   * @throws {CaptureError} `no-frames`, `unfinished`
   */
  finish(): Promise<Blob>;
  /** Leaves no file; may be called twice. */
  dispose(): void;
};

/** Opens what packets are muxed into: a file in memory, or one on the tape that can be cut off anywhere. */
export function openClipOutput(container: Container, tape: Tape | null): ClipOutput {
  return tape ? onTape(container, tape) : inMemory(container);
}

function inMemory(container: Container): ClipOutput {
  const target = new BufferTarget();
  const format =
    container === 'mp4' ? new Mp4OutputFormat({fastStart: 'in-memory'}) : new WebMOutputFormat();
  const output = new Output({format, target});
  return {
    output,
    async finish() {
      await output.finalize().catch((error: unknown) => {
        throw new CaptureError('unfinished', `The file broke off: ${String(error)}`, error);
      });
      return new Blob([target.buffer as ArrayBuffer], {type: `video/${container}`});
    },
    dispose() {
      output.cancel().catch(() => undefined);
    },
  };
}

function onTape(container: Container, tape: Tape): ClipOutput {
  const write = (chunk: StreamTargetChunk) => tape.write(chunk);
  const target = new StreamTarget(new WritableStream({write}));
  const output = new Output({format: endlessFormat(container), target});
  return {
    output,
    async finish() {
      // A disk that is full takes no end of the file either, which is whole without.
      await output.finalize().catch(() => undefined);
      return tape.finish();
    },
    dispose() {
      output.cancel().catch(() => undefined);
      void tape.dispose();
    },
  };
}
