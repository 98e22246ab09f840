import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import {
  has,
  RELATIONS,
  looksInto,
  sees,
  works,
  type Relation,
  type Verdict,
} from '../policy';
import type { Cell, Recipe } from '../Recipe';
import { MOVES, type Move } from './moves';

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
      const { id, ...query } = await recordFor(move, cell);
      const exists = cell.standing !== 'missing';
      const version = exists ? await cell.world.inside.version(id) : 1;
      const more = await move.body?.({ cell, id, ...query });
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
  if (!has(role, move.by)) {
    return move.standIn && has(role, 'answer') ? 'told' : 'as-missing';
  }
  // Opened by one, it is still nothing that a colleague could be given.
  if (relation === 'opened' && move.toHub) return 'told';
  const may = move.beside ? looksInto : works;
  return may(role, relation) ? 'answered' : 'told';
}

async function recordFor(move: Move, cell: Cell) {
  const { world, member } = cell;
  const relation = cell.standing as Relation;
  if (relation === 'missing') {
    return { id: newId(), word: 'kestrel', subjectOrganisationId: null };
  }
  if (cell.verdict === 'answered') {
    const held = move.held && move.by !== 'asker';
    return world.fresh({ member, relation, stage: move.stage, held });
  }
  // An open door shows in any stage; for those outside, one stands for all.
  const isOutside = !has(member.role, 'use the advice line');
  const stage = isOutside ? 'in-hand' : move.stage;
  return world.shared({ member, relation, stage });
}
