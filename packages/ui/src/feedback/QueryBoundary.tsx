import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

/** Shows loading, then the error or the content of one query. */
export function QueryBoundary<T>(props: {
  query: UseQueryResult<T, Error>;
  /** What is being loaded: "the query". */
  what: string;
  children(data: T): ReactNode;
}) {
  const { query, what, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return (
      <ErrorState
        error={query.error}
        title={`We could not load ${what}`}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <LoadingState what={what} />;
}
