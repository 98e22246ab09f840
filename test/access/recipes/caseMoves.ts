import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import {
  CASE_RELATIONS,
  has,
  seesCase,
  type CaseRelation,
  type Duty,
  type Verdict,
} from '../policy';
import type { Cell, Recipe } from '../Recipe';

/** What a body is made from. */
interface About {
  cell: Cell;
  word: string;
}

/** One thing that can be asked of, or done to, one case. */
interface CaseMove {
  /** Last part of the address as it is stated; nothing for the case itself. */
  name: string;
  /** The same with ids in it, where it names one. */
  path?: string;
  method?: 'get';
  /** Asks the version that it changes. */
  unversioned?: boolean;
  by?: Duty;
  body?(about: About): object;
  query?: string;
  /** The caller is out, or in another way, when it is done: a case of its own. */
  leaves?: boolean;
}

const DATE = '2026-11-20';
const LETTER = 'court-support-letter';
const reason = ({ word }: About) => ({ reason: word });
const toCrew = ({ cell, word }: About) => ({
  personId: cell.world.cast.of('senior-ffion').id,
  reason: word,
});
const desk = 'take cases on';

/**
 * Every route of one case. Whether a move can be made where the case stands is
 * for the check of the flow; here it is tried by whoever may and may not know.
 */
const MOVES: readonly CaseMove[] = [
  { name: '', method: 'get' },
  { name: 'entries', method: 'get', query: '?before=WyIwIiwiMCJd' },
  { name: 'mend', unversioned: true },
  { name: 'accept', by: desk },
  { name: 'return', by: desk, body: reason },
  { name: 'assign', by: desk, body: toCrew },
  { name: 'refer', by: desk, body: toCrew },
  { name: 'transfer', by: desk, body: toCrew, leaves: true },
  {
    name: 'raise-level',
    by: desk,
    body: about => ({ level: 'hub-manager', ...reason(about) }),
  },
  { name: 'lower-level', by: desk, body: reason },
  { name: 'start', by: desk },
  {
    name: 'wait',
    by: desk,
    body: about => ({ category: 'third-party', ...reason(about) }),
  },
  { name: 'resume', body: reason },
  { name: 'resolve', by: desk, body: reason },
  {
    name: 'close',
    by: desk,
    body: ({ word }) => ({
      outcomes: [{ area: 'housing-rights', result: 'partly', why: word }],
    }),
  },
  { name: 'withdraw', body: reason, leaves: true },
  { name: 'reopen', body: reason },
  { name: 'recuse', body: reason, leaves: true },
  { name: 'note', body: ({ word }) => ({ kind: 'note', text: word }) },
  {
    name: 'change-fact',
    body: about => ({ fact: 'tier', value: 'advice', ...reason(about) }),
  },
  {
    name: 'set-organisation',
    body: about => ({ organisationId: null, ...reason(about) }),
    leaves: true,
  },
  {
    name: 'record-consent',
    body: about => ({
      consent: 'not-given',
      saidOn: DATE,
      ...reason(about),
    }),
  },
  { name: 'override-consent', by: desk, body: reason },
  {
    name: 'record-choice',
    body: ({ word }) => ({ kind: 'choice', saidOn: DATE, text: word }),
  },
  {
    name: 'add-event',
    body: () => ({ ruleId: 'homelessness-review-england', date: DATE }),
  },
  {
    name: 'correct-event',
    body: about => ({ eventId: '0', what: 'strike-out', ...reason(about) }),
  },
  {
    name: 'add-request',
    body: ({ word }) => ({ kind: 'disclosure', received: DATE, from: word }),
  },
  {
    name: 'answer-request',
    body: ({ word }) => ({ requestId: '0', answeredOn: DATE, answer: word }),
  },
  {
    name: 'add-encounter',
    body: () => ({ date: DATE, interpreter: 'used' }),
  },
  {
    name: 'add-task',
    body: ({ cell, word }) => ({
      title: word,
      ownerId: cell.member.id || newId(),
      dueOn: '2026-12-01',
    }),
  },
  {
    name: 'settle-task',
    body: () => ({ taskId: newId(), result: 'done' }),
  },
  {
    name: 'ask-opinion',
    body: ({ cell, word }) => ({
      personId: cell.world.cast.of('senior-ffion').id,
      question: word,
    }),
  },
  {
    name: 'give-opinion',
    body: ({ word }) => ({ opinionId: newId(), text: word }),
  },
  {
    name: 'propose-spend',
    body: ({ word }) => ({
      purpose: word,
      amount: 4500,
      alternativesTried: word,
    }),
  },
  {
    name: 'decide-spend',
    by: desk,
    body: about => ({
      spendId: newId(),
      decision: 'approved',
      ...reason(about),
    }),
  },
  {
    name: 'check-safety',
    body: ({ word }) => ({ subject: 'address', checked: word, result: 'safe' }),
  },
  { name: 'offer-handover', body: toCrew },
  { name: 'accept-handover' },
  { name: 'complete-handover', body: () => ({ survivorAgreedOn: DATE }) },
  { name: 'cancel-handover', body: reason },
  {
    name: 'hold',
    by: 'end the keeping of records',
    body: about => ({ hold: true, ...reason(about) }),
  },
  {
    name: 'destroy',
    by: 'end the keeping of records',
    body: about => ({ reference: 'ESC-000000', ...reason(about) }),
  },
  { name: 'templates', method: 'get' },
  {
    name: 'fill-template',
    unversioned: true,
    body: () => ({ templateId: LETTER }),
  },
  {
    name: 'write-document',
    body: ({ word }) => ({ templateId: LETTER, title: word, body: word }),
  },
  {
    name: 'documents/:documentId',
    path: `documents/${newId()}`,
    method: 'get',
  },
  {
    name: 'documents/:documentId/download',
    path: `documents/${newId()}/download`,
    method: 'get',
    query: '?format=pdf',
  },
  { name: 'files', unversioned: true, query: `?requestKey=${newId()}` },
  {
    name: 'files/:fileId/download',
    path: `files/${newId()}/download`,
    method: 'get',
  },
];

export const caseMoves: readonly Recipe[] = MOVES.map(recipeOf);

/** How one route of a case is called, and what the policy says of each cell. */
function recipeOf(move: CaseMove): Recipe {
  const method = move.method ?? 'post';
  const tail = move.name ? `/${move.name}` : '';
  return {
    route: `${method} /api/escalations/cases/:escalationId${tail}`,
    standings: CASE_RELATIONS,
    verdict: (member, standing) =>
      verdictOf(move, member, standing as CaseRelation),
    async call(cell) {
      const record = await recordFor(move, cell);
      const { inside } = cell.world;
      const id = record?.id ?? newId();
      const version = record ? await inside.caseVersion(id) : 1;
      const about = { cell, word: record?.word ?? 'kestrel' };
      return {
        path: `/api/escalations/cases/${id}${move.path ? `/${move.path}` : tail}${move.query ?? ''}`,
        body:
          method === 'get'
            ? undefined
            : {
                ...(move.unversioned ? {} : { version }),
                ...move.body?.(about),
              },
        ...(record ? { traces: () => inside.tracesOfCase(id) } : {}),
      };
    },
  };
}

function verdictOf(
  move: CaseMove,
  member: Member,
  relation: CaseRelation,
): Verdict | undefined {
  const { role } = member;
  if (role === 'nobody') {
    return relation === 'another' || relation === 'missing'
      ? 'sign-in'
      : undefined;
  }
  if (relation === 'opened' && !has(role, 'break the glass')) return undefined;
  if (!seesCase(role, relation)) return 'as-missing';
  if (move.by && !has(role, move.by)) return 'as-missing';
  return move.method === 'get' && move.name === '' ? 'answered' : 'known';
}

async function recordFor(move: CaseMove, cell: Cell) {
  const { cases, cast } = cell.world;
  const relation = cell.standing as CaseRelation;
  if (relation === 'missing') return undefined;
  const member = cell.member.role === 'nobody' ? cast.of('imsa') : cell.member;
  const isDone = cell.verdict === 'known' && move.leaves;
  if (!isDone) return cases.shared(member, relation);
  const record = await cases.fresh(member, relation);
  cell.world.forget(record);
  return record;
}
