import {within} from '../../within.ts';

/** Reading one byte takes no longer, in milliseconds. */
const READ_MS = 4000;

/** Whether a browser still has what lies behind a stored file: the record may outlive it. */
export async function isReadable(file: Blob): Promise<boolean> {
  try {
    await within(READ_MS, file.slice(0, 1).arrayBuffer());
    return true;
  } catch {
    return false;
  }
}
