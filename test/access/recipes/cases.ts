import { newId } from '@imsa-hub/core';
import { WITHOUT_AGREEMENT, type PlantedDraft } from '../Cases';
import { has, RELATIONS, works, type Relation, type Verdict } from '../policy';
import type { Member } from '../Cast';
import type { Cell, Recipe } from '../Recipe';
import { caseMoves } from './caseMoves';
import { collection, dutyVerdict } from './duties';

const USE = 'use complex cases';
const nothing = () => undefined;

/** Every route of complex cases. */
export const cases: readonly Recipe[] = [
  ...caseMoves,
  collection({ route: 'get /api/escalations/board', duty: USE, call: nothing }),
  collection({
    route: 'get /api/escalations/choices',
    duty: USE,
    call: nothing,
  }),
  collection({ route: 'get /api/escalations/day', duty: USE, call: nothing }),
  collection({
    route: 'get /api/escalations/load',
    duty: 'take cases on',
    call: nothing,
  }),
  collection({
    route: 'get /api/escalations/retention',
    duty: 'end the keeping of records',
    call: nothing,
  }),
  collection({
    route: 'post /api/escalations/search',
    duty: USE,
    call: () => ({ area: 'housing-rights' }),
  }),
  collection({
    route: 'get /api/escalations/drafts',
    duty: 'bring a case',
    call: nothing,
  }),
  collection({
    route: 'post /api/escalations/drafts',
    duty: 'bring a case',
    call: mark => ({ type: 'general', requestKey: mark }),
  }),
  collection({
    route: 'post /api/escalations/limits',
    duty: 'bring a case',
    call: () => ({ nation: 'england', events: [] }),
  }),
  {
    route: 'get /api/escalations/queries/:queryId/carry-over',
    standings: RELATIONS,
    verdict: (member, standing) =>
      carryOverVerdict(member, standing as Relation),
    async call({ world, member, standing, verdict }) {
      const path = (id: string) => `/api/escalations/queries/${id}/carry-over`;
      const relation = standing as Relation;
      if (relation === 'missing') return { path: path(newId()) };
      const wish = { member, relation, stage: 'in-hand' } as const;
      const { id } = await (verdict === 'answered'
        ? world.fresh({ ...wish, held: true })
        : world.shared(wish));
      return { path: path(id) };
    },
  },
  draft({ route: 'get /api/escalations/drafts/:draftId', tail: '' }),
  draft({
    route: 'put /api/escalations/drafts/:draftId/page',
    tail: '/page',
    body: ({ version, word }) => ({
      version,
      page: 'ask',
      answers: { askedOfHub: `Of the grid ${word}` },
    }),
  }),
  draft({
    route: 'post /api/escalations/drafts/:draftId/submit',
    tail: '/submit',
    body: ({ version }) => ({ version }),
  }),
  draft({
    route: 'post /api/escalations/drafts/:draftId/ask-consent-decision',
    tail: '/ask-consent-decision',
    answers: WITHOUT_AGREEMENT,
    body: ({ version }) => ({ version }),
  }),
  collection({
    route: 'get /api/escalations/consent-requests',
    duty: 'take cases on',
    call: nothing,
  }),
  {
    route: 'post /api/escalations/consent-requests/:requestId/decide',
    standings: ['own', 'another', 'conflicted', 'missing'],
    verdict: (member, standing) =>
      decideVerdict(member, standing as ConsentStanding),
    async call({ world, member, standing }) {
      const path = (id: string) =>
        `/api/escalations/consent-requests/${id}/decide`;
      const body = { decision: 'granted', reason: 'The access check tries it' };
      if (standing === 'missing') return { path: path(newId()), body };
      const other = world.cast.of(member.key === 'imsa' ? 'trainee' : 'imsa');
      const asked = await world.cases.consentRequest(
        standing === 'own' ? member : other,
        standing === 'conflicted' ? member.organisationId : null,
      );
      return {
        path: path(asked.id),
        body,
        traces: () => world.inside.tracesOfDraft(asked.draftId),
      };
    },
  },
  draft({ route: 'delete /api/escalations/drafts/:draftId', tail: '' }),
  {
    route: 'post /api/escalations/break-glass',
    standings: ['conflicted', 'missing'],
    verdict: (member, standing) => {
      const verdict = dutyVerdict('break the glass', 'closed')(member);
      return verdict === 'answered' && standing === 'missing'
        ? 'told'
        : verdict;
    },
    async call({ world, member, standing }) {
      const reason = 'The access check tries to open it';
      const path = '/api/escalations/break-glass';
      if (standing === 'missing') {
        return { path, body: { reference: 'ESC-000000', reason } };
      }
      const who = member.role === 'nobody' ? world.cast.of('imsa') : member;
      const planted = await world.cases.fresh(who, 'conflicted');
      if (has(member.role, 'break the glass')) planted.openedBy.push(member.id);
      return {
        path,
        body: { reference: planted.reference, reason },
        traces: () => world.inside.tracesOfCase(planted.id),
      };
    },
  },
];

/** To make a case of a query one works on it; else it is as if it never was. */
function carryOverVerdict(
  { role }: Member,
  relation: Relation,
): Verdict | undefined {
  if (role === 'nobody') {
    return relation === 'another' || relation === 'missing'
      ? 'sign-in'
      : undefined;
  }
  if (relation === 'opened' && !has(role, 'break the glass')) return undefined;
  return has(role, 'bring a case') && works(role, relation)
    ? 'answered'
    : 'as-missing';
}

type ConsentStanding = 'own' | 'another' | 'conflicted' | 'missing';

/** Nobody decides on what they ask for, or on what is about their employer. */
function decideVerdict(
  { role }: Member,
  standing: ConsentStanding,
): Verdict | undefined {
  if (role === 'nobody') {
    return standing === 'missing' ? 'sign-in' : undefined;
  }
  if (standing === 'own' && !has(role, 'bring a case')) return undefined;
  return standing === 'another' && has(role, 'take cases on')
    ? 'answered'
    : 'as-missing';
}

/** A route of a draft: open to its author, and to nobody else at all. */
function draft(options: {
  route: string;
  tail: string;
  /** What its own draft says beside the usual. */
  answers?: Record<string, unknown>;
  body?(draft: PlantedDraft): object;
}): Recipe {
  return {
    route: options.route,
    standings: ['own', 'another', 'missing'],
    verdict(member, standing): Verdict | undefined {
      if (member.role === 'nobody') return 'sign-in';
      const writes = has(member.role, 'bring a case');
      if (standing === 'own') return writes ? 'answered' : undefined;
      return 'as-missing';
    },
    async call(cell) {
      const planted = await draftFor(cell, options.answers);
      const { id } = planted;
      const exists = cell.standing !== 'missing';
      return {
        path: `/api/escalations/drafts/${id}${options.tail}`,
        body: options.body?.(planted),
        ...(exists
          ? { traces: () => cell.world.inside.tracesOfDraft(id) }
          : {}),
      };
    },
  };
}

async function draftFor(
  cell: Cell,
  answers?: Record<string, unknown>,
): Promise<PlantedDraft> {
  const { world, member, standing } = cell;
  if (standing === 'missing') {
    return { id: newId(), word: 'kestrel', version: 1 };
  }
  const isOwn = standing === 'own' && member.role !== 'nobody';
  const other = world.cast.of(member.key === 'imsa' ? 'trainee' : 'imsa');
  return isOwn
    ? world.cases.draft(member, answers)
    : world.cases.draftOf(other);
}
