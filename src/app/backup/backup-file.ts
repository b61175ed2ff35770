/** What a person has made here, as one file: own styles, cues and settings. */
export type Belongings = {
  /** Each as `packStyle` makes it. */
  styles: readonly Blob[];
  /** As `writeCues` makes it. */
  cues: string;
  settings: Readonly<Record<string, unknown>>;
};

/** What the file begins with; what follows is the length of the head, the head, and the styles it lists. */
const BEGINNING = 'PASTICHE BACKUP 1\n';

/** The longest head that is read, in bytes: cues have small pictures. */
const LONGEST_HEAD = 8_000_000;

type Head = {settings: Record<string, unknown>; cues: string; styles: number[]};

/** One file of all: the head as JSON, which says how long each style is, and the styles. */
export function packBelongings({styles, cues, settings}: Belongings): Blob {
  const head: Head = {settings, cues, styles: styles.map(({size}) => size)};
  const text = new TextEncoder().encode(JSON.stringify(head));
  return new Blob([BEGINNING, Uint32Array.of(text.length), text, ...styles], {
    type: 'application/octet-stream',
  });
}

/** Whether a file is such a one. */
export async function isBackup(file: Blob): Promise<boolean> {
  return (await file.slice(0, BEGINNING.length).text()) === BEGINNING;
}

/**
 * What is in such a file. Whether a style or a cue can be used is seen when it is added.
 *
 * @throws Error if it is cut short or no such file
 */
export async function unpackBelongings(file: Blob): Promise<Belongings> {
  let at = BEGINNING.length;
  const take = (bytes: number): Blob => {
    if (!(Number.isInteger(bytes) && bytes >= 0 && at + bytes <= file.size)) {
      throw new Error(`Expected ${bytes} bytes more, but the file ends after ${file.size}.`);
    }
    return file.slice(at, (at += bytes));
  };
  if (!(await isBackup(file))) throw new Error('Expected a backup.');
  const [length = 0] = new Uint32Array(await take(4).arrayBuffer());
  if (length > LONGEST_HEAD) throw new Error(`Expected a shorter head, but got ${length} bytes.`);
  const head: unknown = JSON.parse(await take(length).text());
  if (!isHead(head)) throw new Error('Expected a head that lists what follows.');
  const {settings, cues, styles} = head;
  return {settings, cues, styles: styles.map(take)};
}

function isHead(value: unknown): value is Head {
  const {settings, cues, styles} = (value ?? {}) as Partial<Record<keyof Head, unknown>>;
  const isTable = typeof settings === 'object' && settings !== null;
  return isTable && typeof cues === 'string' && Array.isArray(styles);
}
