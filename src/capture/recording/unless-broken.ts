/**
 * What is read from a file, or null where mediabunny cannot make it out.
 *
 * @throws {DOMException} where the browser cannot read the file, which says nothing of what is in it
 */
export async function unlessBroken<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    return null;
  }
}
