import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '@imsa-hub/advice-common';
import { hasQueueChanged } from './hasQueueChanged';

const NEWS = 'The queue has changed';
const SAID_MS = 5_000;

/**
 * What to read out politely: "The queue has changed", once the rows of the
 * same list differ from those on the screen; otherwise nothing.
 *
 * @param options.list - names the list: other filters are another list, and
 * choosing them is not news
 */
export function useQueueNews(options: {
  list: string;
  rows: readonly QueueRow[] | undefined;
}): string {
  const { list, rows } = options;
  const seen = useRef<{ list: string; rows: readonly QueueRow[] }>();
  const [news, setNews] = useState('');

  useEffect(() => {
    if (!rows) return undefined;
    const before = seen.current?.list === list ? seen.current.rows : undefined;
    seen.current = { list, rows };
    if (!before || !hasQueueChanged({ before, after: rows })) return undefined;
    setNews(NEWS);
    return undefined;
  }, [list, rows]);

  useEffect(() => {
    if (!news) return undefined;
    const timer = setTimeout(() => setNews(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [news]);

  return news;
}
