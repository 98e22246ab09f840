import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import {
  has,
  RELATIONS,
  sees,
  works,
  type Duty,
  type Verdict,
} from '../policy';
import type { Relation } from '../policy';
import type { Cell, Recipe } from '../Recipe';
import { closing, reply, triage } from '../requests';
import type { Stage, World } from '../World';

/** One thing that can be asked of, or done to, one query. */
interface Move {
  /** Last part of the address; nothing for the record itself. */
  name: string;
  method?: 'get' | 'put';
  /** What it takes; `asker` is whoever raised it. */
  by: Duty | 'asker' | 'reader';
  stage: Stage;
  /** Whether whoever moves has to hold it. */
  held?: boolean;
  /** What is sent besides the version. */
  body?(input: { world: World; word: string; cell: Cell }): Promise<object>;
  unversioned?: boolean;
  /** It gives the query to somebody of the Hub. */
  toHub?: boolean;
}

const reason = async ({ word }: { word: string }) => ({ reason: word });
const toCrew = async ({ world, word }: { world: World; word: string }) => ({
  personId: world.cast.of('senior-ffion').id,
  reason: word,
});

const MOVES: readonly Move[] = [
  { name: '', method: 'get', by: 'reader', stage: 'in-hand' },
  { name: 'suggestions', method: 'get', by: 'triage', stage: 'triaged' },
  {
    name: 'triage',
    by: 'triage',
    stage: 'received',
    body: async ({ word }) => triage(word, null),
  },
  { name: 'claim', by: 'answer', stage: 'triaged' },
  { name: 'assign', by: 'triage', stage: 'triaged', toHub: true, body: toCrew },
  {
    name: 'hand-over',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    toHub: true,
    body: toCrew,
  },
  {
    name: 'recuse',
    by: 'answer',
    stage: 'in-hand',
    body: reason,
  },
  {
    name: 'draft',
    method: 'put',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => reply(word),
  },
  { name: 'ask-second-reader', by: 'answer', stage: 'drafted', held: true },
  { name: 'approve', by: 'answer', stage: 'with-reader' },
  { name: 'return', by: 'answer', stage: 'with-reader', body: reason },
  { name: 'send', by: 'answer', stage: 'drafted', held: true },
  {
    name: 'ask-asker',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({ body: word }),
  },
  {
    name: 'stop-clock',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => ({ category: 'safety', reason: word }),
  },
  {
    name: 'restart-clock',
    by: 'answer',
    stage: 'stopped',
    held: true,
    body: reason,
  },
  {
    name: 'note',
    by: 'answer',
    stage: 'in-hand',
    body: async ({ word }) => ({ body: word }),
  },
  {
    name: 'link',
    by: 'answer',
    stage: 'in-hand',
    body: async ({ world, word, cell }) => ({
      otherId: (await companion(world, cell)).id,
      reason: word,
    }),
  },
  {
    name: 'merge',
    by: 'triage',
    stage: 'triaged',
    async body({ world, word, cell }) {
      const { id } = await companion(world, cell);
      const intoVersion = await world.inside.version(id);
      return { intoId: id, intoVersion, reason: word };
    },
  },
  {
    name: 'close',
    by: 'answer',
    stage: 'in-hand',
    held: true,
    body: async ({ word }) => closing(word),
  },
  { name: 'reopen', by: 'answer', stage: 'closed', body: reason },
  {
    name: 'fill-template',
    by: 'answer',
    stage: 'in-hand',
    unversioned: true,
    async body({ world }) {
      const { body } = await world.cast
        .of('coordinator')
        .client.get<{ templates: Array<{ id: string }> }>(
          '/api/advice/templates',
        );
      return { templateId: body.templates[0]?.id };
    },
  },
  {
    name: 'follow-up',
    by: 'asker',
    stage: 'answered',
    body: async ({ word }) => ({ body: word }),
  },
  { name: 'second-opinion', by: 'asker', stage: 'answered', body: reason },
  {
    name: 'feedback',
    by: 'asker',
    stage: 'answered',
    unversioned: true,
    body: async () => ({ helped: 'yes' }),
  },
  {
    name: 'read-reply',
    by: 'asker',
    stage: 'answered',
    unversioned: true,
    body: async () => ({}),
  },
];

/** Every route of one query. */
export const adviceMoves: readonly Recipe[] = MOVES.map(move => {
  const method = move.method ?? 'post';
  const tail = move.name ? `/${move.name}` : '';
  return {
    route: `${method} /api/advice/queries/:queryId${tail}`,
    standings: RELATIONS,
    verdict: (member, standing) =>
      verdictOf(move, member, standing as Relation),
    async call(cell) {
      const { id, word } = await recordFor(move, cell);
      const exists = cell.standing !== 'missing';
      const version = exists ? await cell.world.inside.version(id) : 1;
      const more = await move.body?.({ world: cell.world, word, cell });
      const bodiless =
        method === 'get' || move.name === 'read-reply'
          ? undefined
          : { ...(move.unversioned ? {} : { version }), ...more };
      return {
        path: `/api/advice/queries/${id}${tail}`,
        body: bodiless,
        ...(exists
          ? { traces: () => cell.world.inside.tracesOfQuery(id) }
          : {}),
      };
    },
  };
});

function verdictOf(
  move: Move,
  member: Member,
  relation: Relation,
): Verdict | undefined {
  const { role } = member;
  if (role === 'nobody') {
    return relation === 'another' || relation === 'missing'
      ? 'sign-in'
      : undefined;
  }
  if (relation === 'opened' && !has(role, 'break the glass')) return undefined;
  if (!sees(role, relation)) return 'as-missing';
  if (move.by === 'reader') return 'answered';
  if (move.by === 'asker')
    return relation.startsWith('own') ? 'answered' : 'told';
  if (!has(role, move.by)) return 'as-missing';
  // Opened by one, it is still nothing that a colleague could be given.
  if (relation === 'opened' && move.toHub) return 'told';
  return works(role, relation) ? 'answered' : 'told';
}

async function recordFor(move: Move, cell: Cell) {
  const { world, member } = cell;
  const relation = cell.standing as Relation;
  if (relation === 'missing') return { id: newId(), word: 'kestrel' };
  const wish = { member, relation, stage: move.stage };
  return cell.verdict === 'answered'
    ? world.fresh({ ...wish, held: move.held && move.by !== 'asker' })
    : world.shared(wish);
}

/** The other query of a link or a merge: one that the caller may work on, too. */
function companion(world: World, { member, verdict }: Cell) {
  const isWritten = verdict === 'answered';
  const who = isWritten ? member : world.cast.of('coordinator');
  const wish = { member: who, relation: 'another', stage: 'triaged' } as const;
  return isWritten ? world.fresh(wish) : world.shared(wish);
}
