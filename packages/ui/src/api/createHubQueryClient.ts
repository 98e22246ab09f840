import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './ProblemError';

const RETRIES = 2;

function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= RETRIES) return false;
  if (!(error instanceof ProblemError)) return false;
  // The answer to a refused question does not change by asking again.
  return error.status === 0 || error.status >= 500;
}

/** The cache of answers. One per app; it lives as long as the page. */
export function createHubQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
