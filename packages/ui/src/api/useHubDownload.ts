import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { sendRequest } from './hubRequest';
import type { ProblemError } from './ProblemError';

// Long enough for the slowest browser to have begun to save it.
const KEPT_MS = 60_000;

/** The name that the backend gave a file. */
export function nameOfFile(response: Response): string {
  const said = response.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(said)?.[1] ?? 'file';
}

/**
 * Saves a file of the backend: `mutate(path)`. It is fetched as the signed-in
 * person, so its address is worth nothing to anybody else.
 */
export function useHubDownload(): UseMutationResult<
  string,
  ProblemError,
  string
> {
  const fetcher = useApi(fetchApiRef);
  return useMutation<string, ProblemError, string>({
    mutationFn: async path => {
      const response = await sendRequest({ fetcher, request: { path } });
      const name = nameOfFile(response);
      save({ name, content: await response.blob() });
      return name;
    },
  });
}

function save(file: { name: string; content: Blob }): void {
  const address = URL.createObjectURL(file.content);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
