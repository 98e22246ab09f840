import type { EscalationAction } from '@imsa-hub/escalations-common';
import { newId } from '@imsa-hub/core';
import { need } from '../checks/logs/need';
import type { Canaries } from '../checks/logs/Canaries';
import type { Inside } from '../access/Inside';
import { CASE_BODIES, dayFromNow } from '../support/caseBodies';
import { refuseForgotten } from '../support/forgottenActions';
import type { HubClient } from '../support/HubClient';
import { answersOf, draftCase, raiseCase } from '../support/raiseCase';
import { sendCaseAction } from '../support/sendCaseAction';
import { HERE, plantIn } from './plantIn';

/** Who works on the cases, signed in. */
export interface CasePeople {
  raiser: HubClient;
  next: HubClient;
  handler: HubClient;
  senior: HubClient;
  manager: HubClient;
}
type Who = keyof CasePeople;

/** What was planted where. */
export interface PlantedCases {
  /** The case that went the whole way, and is closed. */
  closed: { id: string; reference: string; words: string[] };
  open: string[];
  drafts: Array<{ id: string; author: Who }>;
}

type Step = readonly [
  by: Who,
  action: EscalationAction,
  whom?: Who,
  more?: Record<string, unknown>,
];

/** Everything that can be written into a case, in the order in which it can. */
const WHOLE_WAY: readonly Step[] = [
  ['handler', 'accept'],
  ['handler', 'start'],
  ['handler', 'note'],
  ['handler', 'note', undefined, { kind: 'advice' }],
  ['handler', 'change-fact'],
  ['raiser', 'change-fact', undefined, { fact: 'asked-of-hub', value: HERE }],
  [
    'raiser',
    'change-fact',
    undefined,
    { fact: 'options-explained', value: HERE },
  ],
  ['raiser', 'record-choice'],
  ['raiser', 'record-choice', undefined, { kind: 'justice' }],
  ['raiser', 'record-choice', undefined, { kind: 'safety-plan' }],
  ['raiser', 'add-encounter'],
  ['raiser', 'add-event'],
  ['raiser', 'correct-event'],
  ['handler', 'add-request'],
  ['handler', 'answer-request'],
  ['handler', 'set-organisation'],
  ['handler', 'add-task', 'handler'],
  ['handler', 'settle-task'],
  ['handler', 'add-task', 'senior'],
  ['handler', 'ask-opinion', 'senior'],
  ['senior', 'give-opinion'],
  ['handler', 'propose-spend'],
  ['manager', 'decide-spend'],
  ['handler', 'check-safety'],
  ['handler', 'write-document'],
  ['handler', 'upload'],
  ['handler', 'refer', 'senior'],
  ['raiser', 'offer-handover', 'next'],
  ['raiser', 'cancel-handover'],
  ['raiser', 'offer-handover', 'next'],
  ['next', 'accept-handover'],
  ['raiser', 'complete-handover'],
  ['next', 'record-consent'],
  ['manager', 'override-consent'],
  ['handler', 'wait'],
  ['handler', 'resume'],
  ['handler', 'raise-level'],
  [
    'manager',
    'raise-level',
    undefined,
    {
      level: 'outside-specialist',
      specialist: {
        who: HERE,
        contact: HERE,
        mayShare: HERE,
        survivorAgreedOn: dayFromNow(-1),
      },
    },
  ],
  ['manager', 'lower-level'],
  ['manager', 'assign', 'manager'],
  ['manager', 'resolve'],
  ['manager', 'close'],
  ['manager', 'reopen'],
  ['senior', 'recuse', 'manager'],
  ['manager', 'resolve'],
  ['manager', 'close'],
];
const ON_OTHERS: readonly (readonly Step[])[] = [
  [['handler', 'return']],
  [['raiser', 'withdraw']],
  [
    ['handler', 'accept'],
    ['handler', 'transfer', 'senior'],
    ['senior', 'note'],
  ],
];

/** Raises cases and works on them, with a word of its own in every field. */
export async function plantCases(input: {
  people: CasePeople;
  canaries: Canaries;
  inside: Inside;
}): Promise<PlantedCases> {
  const { people, canaries } = input;
  refuseForgotten([WHOLE_WAY, ...ON_OTHERS].flat().map(([, action]) => action));
  const before = new Set(canaries.all().map(({ word }) => word));
  const closed = await raise({ ...input, by: 'raiser', name: 'raise' });
  for (const step of WHOLE_WAY) await take({ ...input, id: closed.id, step });
  const words = canaries
    .all()
    .map(({ word }) => word)
    .filter(word => !before.has(word));
  const open: string[] = [];
  for (const steps of ON_OTHERS) {
    const { id } = await raise({ ...input, by: 'raiser', name: 'raise' });
    for (const step of steps) await take({ ...input, id, step });
    open.push(id);
  }
  await mend({ ...input, id: open[0] ?? '' });
  const overridden = await raise({
    ...input,
    by: 'senior',
    name: 'raise without consent',
    more: { consent: 'not-given', consentOverride: HERE },
    decider: 'manager',
  });
  open.push(overridden.id);
  await breakGlass({ ...input, ...overridden });
  const draft = await draftCase(people.raiser, {
    word: '',
    more: planted({ canaries, name: 'a draft that is never raised' }),
  });
  return {
    closed: { ...closed, words },
    open,
    drafts: [{ id: draft.id, author: 'raiser' }],
  };
}

function planted(input: {
  canaries: Canaries;
  name: string;
  more?: Record<string, unknown>;
}): Record<string, unknown> {
  return plantIn({
    ...input,
    value: {
      ...answersOf({ word: HERE }),
      nrmConsent: 'refused',
      nrmRefusedWhy: HERE,
      events: [{ ruleId: 'homelessness-review-england', date: dayFromNow(-3) }],
      legalRequests: [
        { kind: 'disclosure', received: dayFromNow(-2), from: HERE },
      ],
      ...input.more,
    },
  });
}

async function raise(input: {
  people: CasePeople;
  canaries: Canaries;
  by: Who;
  name: string;
  more?: Record<string, unknown>;
  decider?: Who;
}) {
  const { people, canaries, decider } = input;
  return raiseCase(
    people[input.by],
    { word: '', more: planted(input) },
    decider && {
      decider: people[decider],
      ...plantIn({
        value: { reason: HERE },
        name: 'decide on consent',
        canaries,
      }),
    },
  );
}

/** One action, with words in all that is written. */
async function take(input: {
  people: CasePeople;
  canaries: Canaries;
  inside: Inside;
  id: string;
  step: Step;
}): Promise<void> {
  const { people, canaries, inside, id, step } = input;
  const [by, action, whom = by, more] = step;
  const open = (table: string, condition: string) =>
    inside.value<string>(
      `select id from escalations.${table} where escalation_id = $1 and ${condition} limit 1`,
      [id],
    );
  const body = CASE_BODIES[action]({
    word: HERE,
    personId: await idOf(people[whom]),
    ownerId: await idOf(people[whom]),
    level: 'hub-manager',
    areas: ['housing-rights'],
    taskId: await open('task', `state = 'open'`),
    opinionId: await open('opinion', 'given_at is null'),
    spendId: await open('spend', `state = 'proposed'`),
  });
  need(
    await sendCaseAction({
      client: people[by],
      action,
      caseId: id,
      version: await inside.caseVersion(id),
      body: plantIn({ value: { ...body, ...more }, name: action, canaries }),
    }),
    200,
    201,
    204,
  );
}

/** A returned case is mended on one page, and raised again. */
async function mend(input: {
  people: CasePeople;
  canaries: Canaries;
  id: string;
}): Promise<void> {
  const { people, canaries, id } = input;
  const { raiser } = people;
  const begun = need(
    await raiser.post<{ id: string }>(`/api/escalations/cases/${id}/mend`),
    201,
  );
  const path = `/api/escalations/drafts/${begun.body.id}`;
  const { body: draft } = need(await raiser.get<{ version: number }>(path));
  const answers = { askedOfHub: HERE };
  const saved = need(
    await raiser.put<{ version: number }>(`${path}/page`, {
      version: draft.version,
      page: 'ask',
      answers: plantIn({ value: answers, name: 'mend', canaries }),
    }),
  );
  need(await raiser.post(`${path}/submit`, { version: saved.body.version }));
}

/** The reason with which a conflicted case is opened. */
async function breakGlass(input: {
  people: CasePeople;
  canaries: Canaries;
  inside: Inside;
  id: string;
  reference: string;
}): Promise<void> {
  const { people, canaries, inside, id, reference } = input;
  const { body } = await people.manager.get<{
    organisations: Array<{ id: string }>;
  }>('/api/network/me');
  await inside.makeCaseConflicted(id, body.organisations[0]?.id ?? newId());
  need(
    await people.manager.post(
      '/api/escalations/break-glass',
      plantIn({
        value: { reference, reason: HERE },
        name: 'break-glass',
        canaries,
      }),
    ),
    200,
    201,
  );
}

async function idOf(client: HubClient): Promise<string> {
  return (await client.get<{ id: string }>('/api/network/me')).body.id;
}
