import { createContext, useEffect, useMemo, type ReactNode } from 'react';
import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { LiveConnection } from './LiveConnection';

type TopicListener = (topic: string) => void;

/** Adds a listener; returns how to stop. */
export type SubscribeToTopics = (listener: TopicListener) => () => void;

/** Without a provider nothing is live; screens still work. */
export const LiveContext = createContext<SubscribeToTopics>(
  () => () => undefined,
);

/** Holds the app's one live line. Once, beneath sign-in. */
export function LiveProvider(props: { children: ReactNode }) {
  const fetcher = useApi(fetchApiRef);
  const listeners = useMemo(() => new Set<TopicListener>(), []);

  useEffect(() => {
    const connection = new LiveConnection({
      fetcher,
      onTopic: topic => listeners.forEach(listener => listener(topic)),
    });
    connection.start();
    return () => connection.stop();
  }, [fetcher, listeners]);

  const subscribe = useMemo<SubscribeToTopics>(
    () => listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );

  return (
    <LiveContext.Provider value={subscribe}>
      {props.children}
    </LiveContext.Provider>
  );
}
