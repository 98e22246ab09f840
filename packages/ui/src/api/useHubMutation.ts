import {
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ResponseSchema } from './hubRequest';
import type { ProblemError } from './ProblemError';
import { useHubApi } from './useHubApi';

/** One thing that a person does. */
export interface HubMutationOptions<I, T> {
  method?: 'POST' | 'PUT' | 'DELETE';
  path: string | ((input: I) => string);
  /** What is sent; the input itself unless said otherwise. */
  body?(input: I): unknown;
  schema: ResponseSchema<T>;
  /** Beginnings of query keys that are out of date afterwards. */
  invalidates?: readonly (readonly unknown[])[];
  onSuccess?(result: T, input: I): void;
}

/** Sends a change: `mutate(input)`. The error is a `ProblemError`. */
export function useHubMutation<I, T>(
  options: HubMutationOptions<I, T>,
): UseMutationResult<T, ProblemError, I> {
  const hub = useHubApi();
  const queries = useQueryClient();
  const { method = 'POST', path, body, schema } = options;
  return useMutation<T, ProblemError, I>({
    mutationFn: input =>
      hub.request({
        method,
        path: typeof path === 'string' ? path : path(input),
        body: body ? body(input) : input,
        schema,
      }),
    onSuccess: async (result, input) => {
      options.onSuccess?.(result, input);
      await Promise.all(
        (options.invalidates ?? []).map(queryKey =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
