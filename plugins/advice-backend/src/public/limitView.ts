import type { Limit } from '@imsa-hub/advice-common';
import { formatDate } from '@imsa-hub/core';

/** A limit as its template draws it. */
export function limitView(limit: Limit) {
  return {
    title: limit.title,
    date: limit.limit ? formatDate(limit.limit) : null,
    eventDate: formatDate(limit.eventDate),
    working: limit.working,
    caution: limit.caution,
    source: limit.source,
  };
}
