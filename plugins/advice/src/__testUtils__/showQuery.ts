import type { QueryRecord } from '@imsa-hub/advice-common';
import { FakeBackend } from './FakeBackend';
import { ME_ID, renderAdvice } from './renderAdvice';

const DAY = {
  toTriage: 0,
  unclaimed: 0,
  mine: 0,
  toRead: 0,
  late: 0,
  first: [],
  repliesToRead: [],
  doors: [],
};
const COLLEAGUES = {
  people: [
    { id: ME_ID, name: 'Ada Example', trainee: false },
    { id: 'grace', name: 'Grace Okoro', trainee: false },
  ],
};

/** The address of something done to a query, as the fake backend has it. */
export const routeOf = (record: QueryRecord, verb: string) =>
  `POST /queries/${record.id}/${verb}`;

/** Draws the page of one query, with a backend that knows it. */
export function showQuery(
  record: QueryRecord,
  role?: 'advice-coordinator' | 'senior-imsa',
) {
  sessionStorage.clear();
  const backend = new FakeBackend()
    .on('GET /day', DAY)
    .on('GET /templates', { templates: [], mayEdit: false, fields: [] })
    .on('GET /choices/colleagues', COLLEAGUES)
    .on('GET /queue', { rows: [], next: null })
    .on(`GET /queries/${record.id}`, record);
  const view = renderAdvice({
    backend,
    role,
    at: `/advice/queries/${record.id}`,
  });
  return { backend, ...view };
}
