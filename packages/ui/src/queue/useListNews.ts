import { useEffect, useRef, useState } from 'react';
import { hasListChanged, type ListRow } from './hasListChanged';

const SAID_MS = 5_000;

/**
 * What to read out politely: "The queue has changed", once the rows of the
 * same list differ from those on the screen; otherwise nothing.
 *
 * @param options.list - names the list: other filters are another list, and
 * choosing them is not news
 * @param options.news - the words
 */
export function useListNews(options: {
  list: string;
  rows: readonly ListRow[] | undefined;
  news: string;
}): string {
  const { list, rows, news } = options;
  const seen = useRef<{ list: string; rows: readonly ListRow[] }>();
  const [isNews, setIsNews] = useState(false);

  useEffect(() => {
    if (!rows) return;
    const before = seen.current?.list === list ? seen.current.rows : undefined;
    seen.current = { list, rows };
    if (before && hasListChanged({ before, after: rows })) setIsNews(true);
  }, [list, rows]);

  useEffect(() => {
    if (!isNews) return undefined;
    const timer = setTimeout(() => setIsNews(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isNews]);

  return isNews ? news : '';
}
