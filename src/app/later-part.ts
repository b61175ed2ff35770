import type {Attempt} from './attempt.ts';
import {loadPart} from './load-part.ts';

/**
 * A part of the app that comes when it is first asked for; where it did not come, it is asked for again.
 *
 * @param load as `import()` gives it, and what is made of it
 */
export function laterPart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let coming: Promise<Part> | undefined;
  return () => {
    coming ??= loadPart(load());
    coming.catch(() => (coming = undefined));
    return coming;
  };
}

/**
 * Does something with such a part; a notice says what goes wrong, the part's not coming for one.
 *
 * @param load as `laterPart` has it
 */
export function withLaterPart<Part>(
  load: () => Promise<Part>,
  attempt: Attempt,
): (use: (part: Part) => unknown) => Promise<void> {
  const part = laterPart(load);
  return (use) => attempt(async () => use(await part()));
}
