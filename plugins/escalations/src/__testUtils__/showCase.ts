import { newId } from '@imsa-hub/core';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { aPerson } from './aBoardRow';
import { ME, renderCases, type TestRole } from './renderCases';

const API = 'plugin://escalations';

/** Nothing waits. */
export const A_QUIET_DAY = {
  toAccept: 0,
  mine: 0,
  late: 0,
  opinions: 0,
  tasks: 0,
  spendsToDecide: 0,
  opinionCase: null,
  spendCase: null,
  consentToDecide: 0,
  handovers: 0,
  returned: 0,
  drafts: 0,
  first: [],
};

export const GRACE = aPerson(newId(), 'Grace Okoro');
export const ODA = aPerson(newId(), 'Oda Trainee', true);

const CHOICES = {
  types: [],
  contact: { phone: null, mail: null },
  organisations: [{ id: newId(), name: 'Northgate Housing' }],
  events: [
    {
      ruleId: 'housing-review',
      title: 'Ask for a review',
      event: 'Told of a homelessness decision',
      nations: ['england'],
      facts: [
        {
          id: 'letter-came',
          question: 'Date the letter came',
          nations: ['england'],
        },
        {
          id: 'elsewhere',
          question: 'Date of something in Scotland',
          nations: ['scotland'],
        },
      ],
    },
    {
      ruleId: 'scottish-review',
      title: 'Ask again',
      event: 'Told of another decision',
      nations: ['scotland'],
    },
  ],
  handlers: [ME, GRACE],
  imsas: [ODA],
};

/** The address of something done to a case, as the fake backend has it. */
export const routeOf = (record: EscalationRecord, verb: string) =>
  `POST ${API}/cases/${record.id}/${verb}`;

/** The address of a case, as the fake backend has it. */
export const caseRoute = (record: EscalationRecord) =>
  `GET ${API}/cases/${record.id}`;

/** Draws the page of one case, with a backend that knows it. */
export function showCase(
  record: EscalationRecord,
  options: { role?: TestRole; search?: string } = {},
) {
  sessionStorage.clear();
  const backend = new FakeBackend()
    .on(`GET ${API}/choices`, () => CHOICES)
    .on(`POST ${API}/limits`, () => ({ limits: record.limits.slice(0, 1) }))
    .on(`GET ${API}/day`, () => A_QUIET_DAY)
    .on(`GET ${API}/load`, () => ({ people: [] }))
    .on(`GET ${API}/board`, () => ({ rows: [], next: null }))
    .on(caseRoute(record), () => record);
  const view = renderCases({
    backend,
    role: options.role,
    at: `/cases/${record.id}${options.search ?? ''}`,
  });
  return { backend, ...view };
}
