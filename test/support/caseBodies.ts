import { newId } from '@imsa-hub/core';
import type { EscalationAction } from '@imsa-hub/escalations-common';

/** What the request of a change of a case is made from. */
export interface CaseFacts {
  /** Stands in every text. */
  word: string;
  /** Who is given it, asked or brought in. */
  personId: string;
  /** Who takes a task. */
  ownerId: string;
  level: 'hub-manager' | 'outside-specialist';
  areas: readonly string[];
  /** What the survivor says now. */
  consent?: 'given' | 'not-given';
  opinionId?: string;
  spendId?: string;
  taskId?: string;
  /** How many days ago an event happened. */
  daysAgo?: number;
}

/** `YYYY-MM-DD`, so many days from today. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

type Body = (facts: CaseFacts) => Record<string, unknown>;

const reason: Body = ({ word }) => ({ reason: word });
const toSomebody: Body = ({ word, personId }) => ({ personId, reason: word });
const nothing: Body = () => ({});

/** A request of each change, right in all but who sends it and when. */
export const CASE_BODIES: Readonly<Record<EscalationAction, Body>> = {
  submit: nothing,
  accept: nothing,
  return: reason,
  withdraw: reason,
  assign: toSomebody,
  refer: toSomebody,
  transfer: toSomebody,
  'raise-level': ({ word, level }) => ({
    level,
    reason: word,
    ...(level === 'outside-specialist'
      ? {
          specialist: {
            who: word,
            contact: word,
            mayShare: word,
            survivorAgreedOn: dayFromNow(-1),
          },
        }
      : {}),
  }),
  'lower-level': reason,
  start: nothing,
  wait: ({ word }) => ({ category: 'third-party', reason: word }),
  resume: reason,
  resolve: reason,
  close: ({ word, areas }) => ({
    outcomes: areas.map(area => ({ area, result: 'partly', why: word })),
    learningPoint: word,
    structuralIssue: word,
    lateReason: word,
  }),
  reopen: reason,
  recuse: ({ word, personId }) => ({ reason: word, handOverTo: personId }),
  note: ({ word }) => ({ kind: 'note', text: word }),
  'change-fact': ({ word }) => ({
    fact: 'tier',
    value: 'advice',
    reason: word,
  }),
  'set-organisation': ({ word }) => ({ organisationId: null, reason: word }),
  'record-consent': ({ word, consent = 'not-given' }) => ({
    consent,
    saidOn: dayFromNow(-1),
    reason: word,
  }),
  'override-consent': reason,
  'record-choice': ({ word }) => ({
    kind: 'choice',
    saidOn: dayFromNow(-1),
    text: word,
  }),
  'add-event': ({ daysAgo = 2 }) => ({
    ruleId: 'homelessness-review-england',
    date: dayFromNow(-daysAgo),
  }),
  'correct-event': ({ word, daysAgo = 4 }) => ({
    eventId: '0',
    what: 'change',
    ruleId: 'homelessness-review-england',
    date: dayFromNow(-daysAgo),
    reason: word,
  }),
  'add-request': ({ word }) => ({
    kind: 'disclosure',
    received: dayFromNow(-1),
    due: dayFromNow(20),
    from: word,
  }),
  'answer-request': ({ word }) => ({
    requestId: '0',
    answeredOn: dayFromNow(0),
    answer: word,
  }),
  'add-encounter': ({ word }) => ({
    date: dayFromNow(-1),
    interpreter: 'used',
    note: word,
  }),
  'add-task': ({ word, ownerId }) => ({
    title: word,
    ownerId,
    dueOn: dayFromNow(30),
  }),
  'settle-task': ({ word, taskId }) => ({
    taskId: taskId ?? newId(),
    result: 'done',
    note: word,
  }),
  'ask-opinion': ({ word, personId }) => ({ personId, question: word }),
  'give-opinion': ({ word, opinionId }) => ({
    opinionId: opinionId ?? newId(),
    text: word,
  }),
  'offer-handover': toSomebody,
  'accept-handover': nothing,
  'complete-handover': ({ word }) => ({
    survivorAgreedOn: dayFromNow(-1),
    note: word,
  }),
  'cancel-handover': reason,
  'propose-spend': ({ word }) => ({
    purpose: word,
    amount: 4_500,
    alternativesTried: word,
  }),
  'decide-spend': ({ word, spendId }) => ({
    spendId: spendId ?? newId(),
    decision: 'approved',
    reason: word,
  }),
  'check-safety': ({ word }) => ({
    subject: 'address',
    checked: word,
    result: 'safe',
  }),
  'write-document': ({ word }) => ({
    templateId: 'court-support-letter',
    title: word,
    body: word,
  }),
  upload: ({ word }) => ({ name: `${word}.txt`, content: word }),
};
