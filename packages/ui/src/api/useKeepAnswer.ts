import { useQueryClient } from '@tanstack/react-query';

/**
 * Puts an answer that arrived by another way (with a change, with a refusal)
 * in place of the one that was asked for under a key.
 */
export function useKeepAnswer(): <T>(
  key: readonly unknown[],
  next: (known: T | undefined) => T,
) => void {
  const queries = useQueryClient();
  return (key, next) => queries.setQueryData(key, next);
}
