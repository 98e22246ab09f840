import type { PersonRecord } from '@imsa-hub/network-common';

/** Opaque ids, as the register gives them. */
export const ids = {
  person: '01kar9z3zzzzzzzzzzzzzzzzz1',
  employment: '01kar9z3zzzzzzzzzzzzzzzzz2',
  organisation: '01kar9z3zzzzzzzzzzzzzzzzz3',
  grant: '01kar9z3zzzzzzzzzzzzzzzzz4',
} as const;

/** An IMSA at work, as somebody who keeps the register sees her. */
export function aPerson(rest: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id: ids.person,
    displayName: 'Bea Sample',
    training: 'trainee',
    active: true,
    employments: [
      {
        id: ids.employment,
        organisationId: ids.organisation,
        organisationName: 'Northgate Advice',
        kind: 'secondment',
        startedOn: '2026-02-01',
        plannedEndOn: '2028-06-01',
        current: true,
      },
    ],
    roles: ['imsa'],
    nations: ['england'],
    specialisms: ['housing-rights'],
    languages: ['pl'],
    regulatedForImmigration: false,
    email: 'bea@northgate.example',
    grants: [
      {
        id: ids.grant,
        role: 'imsa',
        employmentId: ids.employment,
        fromOn: '2026-02-01',
        current: true,
      },
    ],
    version: 3,
    allowedActions: ['edit', 'end-role', 'end-employment'],
    ...rest,
  };
}
