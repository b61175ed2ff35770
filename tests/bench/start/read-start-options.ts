import {parseArgs} from 'node:util';

/** Which sites to start, how, and in which browser. */
export type StartOptions = {
  /** The folders of the two built sites: the one to compare with, and the one that is judged. */
  folders: [string, string];
  /** Added to the address: `?model=swift` keeps to one network. */
  query: string;
  /** Starts of each site, cold and warm. */
  turns: number;
  program?: string;
  args: string[];
};

/** What a wrong command line is answered with. */
export const START_USAGE = `npm run bench:start -- OLD NEW [options]

Opens two built sites (folders as "npm run build" makes them) in turns, each in a profile of its
own: cold, as on a first visit, and again warm, with what the first visit has left. Prints the
milliseconds until the first painted frame, and the ratio of the two.

  --query TEXT       added to the address (default ?model=swift)
  --turns N          starts of each site, cold and warm (default 7)
  --chrome FILE      another Chromium than the one that runs the tests
  --chrome-arg=ARG   an argument for it; may be repeated`;

/**
 * Reads the command line.
 *
 * @param args without the program's name
 * @throws with a sentence about what is wrong
 */
export function readStartOptions(args: string[]): StartOptions {
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {
      query: {type: 'string', default: '?model=swift'},
      turns: {type: 'string', default: '7'},
      chrome: {type: 'string'},
      'chrome-arg': {type: 'string', multiple: true, default: []},
    },
  });
  const [before, after, ...others] = positionals;
  if (!before || !after || others.length > 0) {
    throw new Error(`Expected the folders of two sites, but got ${positionals.length}.`);
  }
  const turns = Number(values.turns);
  if (!Number.isInteger(turns) || turns < 1) {
    throw new Error(`Expected --turns to be a whole number from 1, but got "${values.turns}".`);
  }
  return {
    folders: [before, after],
    query: values.query,
    turns,
    ...(values.chrome && {program: values.chrome}),
    args: values['chrome-arg'],
  };
}
