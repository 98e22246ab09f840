import { useState, type ReactNode } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createHubQueryClient } from './createHubQueryClient';

/** Gives everything beneath it the cache of answers. Once, around the app. */
export function HubQueryProvider(props: {
  children: ReactNode;
  /** For tests. */
  client?: QueryClient;
}) {
  const [client] = useState(() => props.client ?? createHubQueryClient());
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}
