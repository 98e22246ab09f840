import type { Role } from '@imsa-hub/core';
import type { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderPages } from '@imsa-hub/ui/src/testing/renderPages';
import { CasesPages } from '../pages/CasesPages';

const BRINGS = ['escalations.use', 'escalations.raise'];

/** Doors by role, as the charter has them; only what these tests need. */
const DOORS = {
  imsa: BRINGS,
  'senior-imsa': [
    ...BRINGS,
    'escalations.desk',
    'escalations.override-consent',
  ],
  'hub-manager': [
    ...BRINGS,
    'escalations.desk',
    'escalations.override-consent',
    'escalations.manage',
    'escalations.break-glass',
    'escalations.retention',
  ],
} as const satisfies Partial<Record<Role, readonly string[]>>;

/** A role that has doors in these tests. */
export type TestRole = keyof typeof DOORS;

/** Who looks at the pages in a test. */
export const ME = {
  id: '01kar9z3zzzzzzzzzzzzzzzzzz',
  name: 'Ada Example',
  trainee: false,
};

/** Draws the pages of complex cases at an address, as one role sees them. */
export function renderCases(options: {
  backend: FakeBackend;
  at?: string;
  role?: TestRole;
}) {
  const { backend, at = '/cases', role = 'senior-imsa' } = options;
  return renderPages({
    backend,
    plugin: 'cases',
    pages: <CasesPages panels={[]} />,
    at,
    person: { id: ME.id, name: ME.name, roles: [role] },
    doors: DOORS[role],
    live: 'escalations',
  });
}
