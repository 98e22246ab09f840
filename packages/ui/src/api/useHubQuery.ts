import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HubRequest } from './hubRequest';
import type { ProblemError } from './ProblemError';
import { useHubApi } from './useHubApi';

/** One thing that a screen shows. */
export interface HubQueryOptions<T> extends Omit<
  HubRequest<T>,
  'signal' | 'method'
> {
  /** Begins with the plugin's id, so that a live "changed" reaches it. */
  key: readonly unknown[];
  /** POST where the question itself must not stand in an address. */
  method?: 'GET' | 'POST';
  /** False waits. Default true. */
  enabled?: boolean;
}

/**
 * Asks once, keeps the answer, asks again when it may have changed. The error
 * is a `ProblemError`.
 */
export function useHubQuery<T>(
  options: HubQueryOptions<T>,
): UseQueryResult<T, ProblemError> {
  const { key, enabled = true, path, method, body, schema } = options;
  const hub = useHubApi();
  return useQuery<T, ProblemError>({
    queryKey: key,
    enabled,
    queryFn: ({ signal }) =>
      hub.request({ path, method, body, schema, signal }),
  });
}
