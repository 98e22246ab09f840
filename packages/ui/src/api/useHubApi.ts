import { useMemo } from 'react';
import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { hubRequest, type HubRequest } from './hubRequest';

/** The one way in which pages speak to the backend. */
export interface HubApi {
  /** @throws ProblemError */
  request<T>(request: HubRequest<T>): Promise<T>;
}

/** The backend, as the signed-in person. */
export function useHubApi(): HubApi {
  const fetcher = useApi(fetchApiRef);
  return useMemo(
    () => ({ request: request => hubRequest({ fetcher, request }) }),
    [fetcher],
  );
}
