import { newId } from '@imsa-hub/core';
import {
  EscalationRecordSchema,
  FACTS,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { aBoardRow, aPerson } from './aBoardRow';

const grace = aPerson('grace', 'Grace Okoro');
const imani = aPerson('imani', 'Imani Sender');

/** A case for tests: in progress, with something in every part. */
export function aCase(part: Partial<EscalationRecord> = {}): EscalationRecord {
  return EscalationRecordSchema.parse({
    ...aBoardRow(),
    status: 'in-progress',
    handler: grace,
    target: {
      what: 'Review it',
      dueAt: '2099-12-08T16:00:00Z',
      state: 'on-time',
    },
    scope: 'whole',
    submission: {
      number: 1,
      at: '2026-11-20T09:12:00Z',
      by: imani,
      pages: [
        {
          page: 'asked',
          title: 'What is asked of the Hub',
          answers: [
            {
              field: 'askedOfHub',
              label: 'What do you ask of the Hub?',
              text: 'Help us to get the review started.',
            },
          ],
        },
      ],
    },
    returnedFor: null,
    askedOfHub: 'Help us to get the review started.',
    optionsExplained: 'A review, or a new application.',
    consent: 'given',
    consentOverride: null,
    nrmConsent: 'consented',
    nrmRefusedWhy: null,
    statements: [
      {
        kind: 'choice',
        version: 1,
        saidOn: '2026-11-18',
        asBrought: true,
        recordedBy: imani,
        recordedAt: '2026-11-20T09:12:00Z',
        text: 'I want to stay near my church.',
      },
      {
        kind: 'choice',
        version: 2,
        saidOn: '2026-11-22',
        asBrought: false,
        recordedBy: imani,
        recordedAt: '2026-11-22T10:00:00Z',
        text: 'I want to stay near my church, in a place of my own.',
      },
      {
        kind: 'safety-plan',
        version: 1,
        saidOn: '2026-11-18',
        asBrought: true,
        recordedBy: imani,
        recordedAt: '2026-11-20T09:12:00Z',
        text: 'Ring the support worker first.',
      },
    ],
    events: [
      {
        id: '0',
        ruleId: 'housing-review',
        event: 'Told of a homelessness decision',
        date: '2026-11-13',
        facts: [
          {
            id: 'letter-came',
            question: 'Date the letter came',
            date: '2026-11-14',
          },
        ],
        struck: false,
        by: imani,
        at: '2026-11-20T09:12:00Z',
      },
      {
        id: '1',
        ruleId: 'housing-review',
        event: 'Told of a homelessness decision',
        date: '2026-10-01',
        facts: [],
        struck: true,
        by: grace,
        at: '2026-11-21T09:12:00Z',
      },
    ],
    encounters: [
      { date: '2026-11-18', interpreter: 'used', note: 'She was at ease.' },
    ],
    legalRequests: [
      {
        id: '0',
        kind: 'witness-summons',
        received: '2026-11-19',
        due: '2026-12-10',
        from: 'Crown Court',
      },
    ],
    limits: [
      {
        ruleId: 'review',
        title: 'Ask for a review',
        eventDate: '2026-11-13',
        limit: '2026-12-04',
        kind: 'limit',
        working: ['21 days from 13 November 2026'],
        confidence: 'primary',
        source: 'Housing Act 1996',
        caution: '',
      },
      {
        ruleId: 'appeal',
        title: 'Appeal to the county court',
        eventDate: '2026-11-13',
        limit: null,
        kind: 'limit',
        working: [],
        confidence: null,
        source: null,
        caution: 'The date of the answer is not known.',
      },
    ],
    subjectOrganisation: null,
    waiting: null,
    entries: [
      {
        id: '01e2',
        at: '2026-11-22T10:00:00Z',
        kind: 'fact',
        by: grace,
        summary: 'Changed: Risks',
        text: 'Destitution\n\nWhy: The hotel ended.',
        before: 'None',
      },
      {
        id: '01e1',
        at: '2026-11-21T10:00:00Z',
        kind: 'call',
        by: grace,
        summary: null,
        text: 'Rang the council.',
        before: null,
      },
    ],
    olderEntries: null,
    tasks: [
      {
        id: newId(),
        title: 'Ring the council',
        owner: grace,
        dueOn: '2026-11-20',
        state: 'open',
        overdue: true,
        settledAt: null,
      },
    ],
    opinions: [],
    spends: [],
    safetyChecks: [
      {
        id: 'check',
        subject: 'address',
        checked: 'Looked at the street with the police.',
        result: 'not-safe',
        by: grace,
        at: '2026-11-21T11:00:00Z',
      },
    ],
    documents: [],
    files: [],
    access: [
      { person: imani, part: 'raiser', since: '2026-11-20T09:12:00Z' },
      { person: grace, part: 'handler', since: '2026-11-20T12:00:00Z' },
    ],
    handover: null,
    outcomes: [],
    keyOutcomes: [],
    learningPoint: null,
    structuralIssue: null,
    fromQuery: null,
    extra: [],
    factsThatCanChange: [...FACTS],
    retention: { endsOn: null, held: false, destroyed: false },
    openedByBreakGlassUntil: null,
    marked: [],
    ...part,
  });
}

/** A case of which its raiser sees what they wrote, and nothing else. */
export function myWordsOf(record: EscalationRecord): EscalationRecord {
  return {
    ...record,
    scope: 'what-i-wrote',
    statements: [],
    events: [],
    encounters: [],
    legalRequests: [],
    entries: [],
    tasks: [],
    safetyChecks: [],
    access: [],
    factsThatCanChange: [],
  };
}
