import type { Law } from './composeLaw';

/**
 * The rules and bank holidays that count now, for every backend plugin.
 * Synchronous, because it stands on each request's path; a change counts in
 * every process within seconds.
 */
export interface DeadlineDirectory {
  /** @throws ServiceUnavailableError until it has been read once */
  current(): Law;
  /** Called after each reading that changed anything. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Reads again now; resolves when {@link current} sees the result. */
  refresh(): Promise<void>;
}

/** What follows from the law, made once for each version of it. */
export function derivedFrom<T>(
  directory: DeadlineDirectory,
  make: (law: Law) => T,
): () => T {
  let made: { law: Law; value: T } | undefined;
  return () => {
    const law = directory.current();
    if (made?.law !== law) made = { law, value: make(law) };
    return made.value;
  };
}

/** A directory of one law that does not change, for commands and tests. */
export function fixedDeadlines(law: Law): DeadlineDirectory {
  return {
    current: () => law,
    onChange: () => () => undefined,
    refresh: async () => undefined,
  };
}
