import type { Canaries } from '../checks/logs/Canaries';

/** Stands in a request wherever a person would write. */
export const HERE = 'Here somebody writes';

/**
 * Puts a word of its own in every place of a request where somebody writes, so
 * that a field added later is planted without anybody thinking of it.
 */
export function plantIn<T>(input: {
  value: T;
  /** What is done: stands in the name of each word's place. */
  name: string;
  canaries: Canaries;
}): T {
  const { value, name, canaries } = input;
  const visit = (part: unknown, path: string): unknown => {
    if (typeof part === 'string') {
      return part.includes(HERE)
        ? part.replaceAll(HERE, canaries.sealed(path))
        : part;
    }
    if (Array.isArray(part)) {
      return part.map((item, at) => visit(item, `${path}[${at}]`));
    }
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [
        key,
        visit(item, `${path}: ${key}`),
      ]),
    );
  };
  return visit(value, name) as T;
}
