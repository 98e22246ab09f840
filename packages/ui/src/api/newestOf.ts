/** A record and the moment at which it arrived, in ms. */
export interface Received<R extends { version: number }> {
  record: R;
  at: number;
}

/**
 * The newer of two: by version, and of the same version the one that came
 * later. An answer that was long on its way never wins by being late.
 */
export function newestOf<R extends { version: number }>(
  known: Received<R> | undefined,
  other: Received<R>,
): Received<R> {
  if (!known) return other;
  if (known.record.version !== other.record.version) {
    return known.record.version > other.record.version ? known : other;
  }
  return known.at > other.at ? known : other;
}
