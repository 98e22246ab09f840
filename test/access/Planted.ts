import type { Member } from './Cast';
import type { Relation } from './policy';

/** Where a query has to stand for a move to be possible. */
export type Stage =
  | 'received'
  | 'triaged'
  | 'in-hand'
  | 'stopped'
  | 'drafted'
  | 'with-reader'
  | 'answered'
  | 'closed';

/** A query made for the grid; its word stands in everything that is secret of it. */
export interface Planted {
  id: string;
  reference: string;
  word: string;
  /** The mail that it came by, if it did. */
  mailId?: string;
  raisedBy: string;
  subjectOrganisationId: string | null;
  recusedIds: string[];
  openedBy: string[];
}

/** How a query stands to somebody, from the facts it was planted with. */
export function relationOf(member: Member, query: Planted): Relation {
  const own = query.raisedBy === member.id;
  const conflict = query.subjectOrganisationId === member.organisationId;
  if (own) return conflict ? 'own-conflicted' : 'own';
  if (query.openedBy.includes(member.id)) return 'opened';
  if (conflict) return 'conflicted';
  return query.recusedIds.includes(member.id) ? 'recused' : 'another';
}
