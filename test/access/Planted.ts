import type { Member } from './Cast';
import { sees, seesCase, type CaseRelation, type Relation } from './policy';

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

/** A record made for the grid; its word stands in everything that is secret of it. */
export interface Planted {
  kind: 'query' | 'case';
  id: string;
  reference: string;
  word: string;
  /** The mail that it came by, if it did. */
  mailId?: string;
  /** The number under which an IMSA knows a case. */
  caseReference?: string;
  raisedBy: string;
  subjectOrganisationId: string | null;
  recusedIds: string[];
  openedBy: string[];
  /** Who was given a part in a case, besides whoever raised it. */
  partIds?: string[];
}

/** Whether a record can be known to somebody, by the policy. */
export function isHiddenFrom(member: Member, record: Planted): boolean {
  const relation = relationOf(member, record);
  if (record.kind === 'query') return !sees(member.role, relation);
  const hasPart = record.partIds?.includes(member.id);
  const standing: CaseRelation =
    relation === 'another' && hasPart ? 'part' : relation;
  return !seesCase(member.role, standing);
}

/** How a record stands to somebody, from the facts it was planted with. */
export function relationOf(member: Member, query: Planted): Relation {
  const own = query.raisedBy === member.id;
  const conflict = query.subjectOrganisationId === member.organisationId;
  if (own) return conflict ? 'own-conflicted' : 'own';
  if (query.openedBy.includes(member.id)) return 'opened';
  if (conflict) return 'conflicted';
  return query.recusedIds.includes(member.id) ? 'recused' : 'another';
}
