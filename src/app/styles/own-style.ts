/** A style a person added, as it is kept. */
export type OwnStyle = {id: string; title: string; picture: Blob; added: number};

/** Whether what a storage gave is an own style: it may be of another version, or damaged. */
export function isOwnStyle(value: unknown): value is OwnStyle {
  const {id, title, picture, added} = (value ?? {}) as Partial<Record<keyof OwnStyle, unknown>>;
  return (
    typeof id === 'string' &&
    id !== '' &&
    typeof title === 'string' &&
    picture instanceof Blob &&
    picture.size > 0 &&
    typeof added === 'number'
  );
}
