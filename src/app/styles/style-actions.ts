import type {Engine} from '../../live/engine.ts';
import type {Attempt} from '../attempt.ts';
import type {Networks} from '../networks/networks.ts';
import {AppError} from '../notices/app-error.ts';
import {messageOf} from '../notices/message-of.ts';
import {downloadFile} from '../page/download-file.ts';
import {expectStyle} from './expect-style.ts';
import type {StyleLibrary} from './style-library.ts';

/** What a person can do about styles. */
export type StyleActions = {
  /** Adds pictures as own styles and picks the last one that could be added. */
  addStyles(files: readonly Blob[]): Promise<void>;
  /** Makes a style of the unpainted frame on the stage and picks it. */
  useFrameAsStyle(): Promise<void>;
  /** Gets ready for a style that may be picked next; without an id, for one that may be added. */
  expectStyle(id?: string): void;
  renameStyle(id: string, title: string): Promise<void>;
  /** Saves an own style as a file, with what was learnt of it. */
  saveStyle(id: string): Promise<void>;
  /** Removes an own style; a notice offers no undo, so the page asks first. */
  removeStyle(id: string): Promise<void>;
};

/** What the actions on styles need. */
export type StyleActionParts = {
  engine: Promise<Engine>;
  library: Promise<StyleLibrary>;
  networks: Promise<Networks>;
  /** The side at which styles are seen now, in pixels. */
  side: () => number;
  /** Picks a style. */
  pick: (id: string) => Promise<void>;
  /** Shows the look without a style that was removed. */
  drop: (id: string) => Promise<void>;
  attempt: Attempt;
  /** What a style made of a frame is called. */
  frameTitle: string;
};

export function styleActions(parts: StyleActionParts): StyleActions {
  const {engine, library, networks, side, pick, drop, attempt, frameTitle} = parts;

  async function add(file: Blob, several: boolean) {
    try {
      await pick(await (await library).add(file, titleOf(file)));
    } catch (cause) {
      const problem = messageOf(cause);
      if (!several || !(file instanceof File)) throw cause;
      throw new AppError({key: 'style.not-added', values: {name: file.name, problem}}, {cause});
    }
  }

  return {
    async addStyles(files) {
      // One after the other: a bad picture among them does not keep the others out.
      for (const file of files) await attempt(() => add(file, files.length > 1));
    },
    useFrameAsStyle: () =>
      attempt(async () => {
        const frame = await (await engine).grab('frame');
        if (!frame) throw new AppError({key: 'source.none'});
        try {
          await pick(await (await library).add(frame, frameTitle));
        } finally {
          frame.close();
        }
      }),
    expectStyle(id) {
      Promise.all([networks, engine]).then(
        ([those, painter]) => {
          expectStyle(those, painter, id, side());
        },
        () => {},
      );
    },
    renameStyle: (id, title) => attempt(async () => (await library).rename(id, title)),
    saveStyle: (id) => attempt(async () => downloadFile(await (await library).pack(id))),
    removeStyle: (id) =>
      attempt(async () => {
        await (await library).remove(id);
        await drop(id);
      }),
  };
}

/** A file's name without its ending. */
export function titleOf(file: Blob): string {
  return file instanceof File ? file.name.replace(/\.[^.]+$/, '') : '';
}
