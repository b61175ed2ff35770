/**
 * Calls `listener` with the arguments of every call of a method of this context, after the call.
 * Returns the function that ends it. One watcher a method at a time.
 */
export function watchCalls(
  gl: WebGL2RenderingContext,
  name: keyof WebGL2RenderingContext,
  listener: (args: unknown[]) => void,
): () => void {
  if (Object.hasOwn(gl, name)) throw new Error(`Expected nobody to watch ${name} yet.`);
  const method = gl[name] as (...args: unknown[]) => unknown;
  const watched = (...args: unknown[]) => {
    const result = Reflect.apply(method, gl, args);
    listener(args);
    return result;
  };
  Object.defineProperty(gl, name, {value: watched, configurable: true});
  // The method itself is the prototype's.
  return () => Reflect.deleteProperty(gl, name);
}
