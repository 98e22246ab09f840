import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { ResponseSchema } from './hubRequest';
import type { ProblemError } from './ProblemError';
import { useHubApi } from './useHubApi';

/** A list that arrives in pages, each naming where the next one begins. */
export interface HubPagesOptions<P> {
  key: readonly unknown[];
  /** The address of the page that begins at a cursor. */
  path(cursor: string | undefined): string;
  method?: 'GET' | 'POST';
  /** The body of the question, where it is a POST. */
  body?(cursor: string | undefined): unknown;
  schema: ResponseSchema<P>;
  /** Where the next page begins; nothing after the last. */
  next(page: P): string | null | undefined;
  enabled?: boolean;
}

/** Asks for a long list page by page: `data.pages`, `fetchNextPage`. */
export function useHubPages<P>(
  options: HubPagesOptions<P>,
): UseInfiniteQueryResult<InfiniteData<P, string | undefined>, ProblemError> {
  const { key, path, method, body, schema, next, enabled = true } = options;
  const hub = useHubApi();
  return useInfiniteQuery<
    P,
    ProblemError,
    InfiniteData<P, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: key,
    enabled,
    initialPageParam: undefined,
    getNextPageParam: page => next(page) ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      hub.request({
        path: path(pageParam),
        method,
        body: body?.(pageParam),
        schema,
        signal,
      }),
  });
}
