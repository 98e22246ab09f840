/** Things from several plugins, in the order they came, each id once. */
export interface Registry<T extends { id: string }> {
  /** @throws Error where the id is in use, naming the kind of thing and the id */
  add(item: T): void;
  all(): readonly T[];
}

/**
 * A registry that begins with what is built in.
 *
 * @param what - the kind of thing, for the error: "triage rule"
 */
export function createRegistry<T extends { id: string }>({
  what,
  builtIn = [],
}: {
  what: string;
  builtIn?: readonly T[];
}): Registry<T> {
  const items = new Map<string, T>();
  const add = (item: T) => {
    if (items.has(item.id)) {
      throw new Error(
        `There is a ${what} "${item.id}" already: give yours another id`,
      );
    }
    items.set(item.id, item);
  };
  for (const item of builtIn) add(item);
  return { add, all: () => [...items.values()] };
}
