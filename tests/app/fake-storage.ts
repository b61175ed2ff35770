/** A storage that lasts as long as the test, in which `kept` lies under every key at first. */
export function memory(kept?: string): () => Storage {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? kept ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
  };
  return () => storage as unknown as Storage;
}

const refuse = () => {
  throw new DOMException('Denied by the test.', 'SecurityError');
};

/** Storages as browsers deny them, each with when it throws. */
export const REFUSING: [when: string, storage: () => Storage][] = [
  ['when it is mentioned', refuse],
  ['when it is read or written', () => ({getItem: refuse, setItem: refuse}) as unknown as Storage],
];
