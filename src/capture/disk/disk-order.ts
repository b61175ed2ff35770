/** What the worker of a file is asked for; it answers each in turn. */
export type DiskOrder =
  | {do: 'open'; name: string}
  | {do: 'write'; data: ArrayBuffer; position: number}
  | {do: 'try-room'; bytes: number}
  | {do: 'close'};

/** Its answer: what went wrong, if anything did. */
export type DiskAnswer = {problem: DiskProblem | null};

/** `full` where there is no room; `text` is for developers. */
export type DiskProblem = {full: boolean; text: string};
