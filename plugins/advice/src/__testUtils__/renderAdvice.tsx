import type { QueueColumn } from '@imsa-hub/advice-react';
import type { Role } from '@imsa-hub/core';
import { renderPages } from '@imsa-hub/ui/src/testing/renderPages';
import { AdvicePages } from '../pages/AdvicePages';
import type { FakeBackend } from './FakeBackend';

const ANSWERING = ['advice.use', 'advice.ask', 'advice.answer'];

/** Doors by role, as the charter has them; only what these tests need. */
const DOORS = {
  'advice-coordinator': [
    ...ANSWERING,
    'advice.log-call',
    'advice.triage',
    'advice.templates',
  ],
  'senior-imsa': ANSWERING,
  imsa: ['advice.use', 'advice.ask'],
  'hub-manager': [
    ...ANSWERING,
    'advice.triage',
    'advice.break-glass',
    'advice.retention',
  ],
} as const satisfies Partial<Record<Role, readonly string[]>>;

/** Who looks at the pages in a test. */
export const ME_ID = '01kar9z3zzzzzzzzzzzzzzzzzz';

/** Draws the pages of the advice line at an address, as one role sees them. */
export function renderAdvice(options: {
  backend: FakeBackend;
  at?: string;
  role?: keyof typeof DOORS;
  columns?: readonly QueueColumn[];
}) {
  const {
    backend,
    at = '/advice',
    role = 'senior-imsa',
    columns = [],
  } = options;
  return renderPages({
    backend,
    plugin: 'advice',
    pages: <AdvicePages columns={columns} />,
    at,
    person: { id: ME_ID, name: 'Ada Example', roles: [role] },
    doors: DOORS[role],
    live: 'advice',
  });
}
