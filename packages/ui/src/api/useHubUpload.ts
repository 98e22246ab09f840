import {
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ResponseSchema } from './hubRequest';
import type { ProblemError } from './ProblemError';
import { useHubApi } from './useHubApi';

/** A file that somebody sends. */
export interface HubUploadOptions<T> {
  schema: ResponseSchema<T>;
  /** Beginnings of query keys that are out of date afterwards. */
  invalidates?: readonly (readonly unknown[])[];
  onSuccess?(result: T): void;
}

/** Sends one file, in the field `file`: `mutate({ path, file })`. */
export function useHubUpload<T>(
  options: HubUploadOptions<T>,
): UseMutationResult<T, ProblemError, { path: string; file: File }> {
  const hub = useHubApi();
  const queries = useQueryClient();
  return useMutation<T, ProblemError, { path: string; file: File }>({
    mutationFn: ({ path, file }) => {
      const form = new FormData();
      form.append('file', file);
      return hub.request({
        method: 'POST',
        path,
        form,
        schema: options.schema,
      });
    },
    onSuccess: async result => {
      options.onSuccess?.(result);
      await Promise.all(
        (options.invalidates ?? []).map(queryKey =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
