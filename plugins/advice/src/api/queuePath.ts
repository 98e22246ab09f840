import { apiPaths } from './paths';
import type { QueueFilters } from '../queue/queueFilters';

/** The address of one page of the queue. */
export function queuePath(options: {
  filters: QueueFilters;
  cursor: string | undefined;
}): string {
  const { filters, cursor } = options;
  const search = new URLSearchParams({ view: filters.view });
  if (filters.nation) search.set('nation', filters.nation);
  if (filters.area) search.set('area', filters.area);
  if (cursor) search.set('cursor', cursor);
  return `${apiPaths.queue}?${search}`;
}
