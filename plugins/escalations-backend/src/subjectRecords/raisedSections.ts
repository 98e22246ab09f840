import { ESCALATION_STATUS_NAMES } from '@imsa-hub/escalations-common';
import { KNOWLEDGE_AREA_NAMES, NATION_NAMES } from '@imsa-hub/core';
import type { SubjectQuestion, SubjectSection } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { filterForExport } from './subjectSight';

/** Cases that the person raised, and their drafts: what, when, not the words. */
export async function raisedSections(
  context: EscalationContext,
  question: SubjectQuestion,
): Promise<SubjectSection[]> {
  const { database } = context.hub;
  const { personId, isOwn } = question;
  const raised = database
    .from('escalation')
    .select(
      'reference',
      'case_reference',
      'raised_at',
      'nation',
      'areas',
      'status',
      'closed_at',
    )
    .where('escalation.raised_by', personId)
    .orderBy(['escalation.raised_at', 'escalation.id']);
  filterForExport(context, question, raised);
  const rows: EscalationDbRow[] = await raised;
  // A draft is its author's alone, whoever else asks.
  const drafts: Array<{ type: string; created_at: Date; saved_at: Date }> =
    isOwn
      ? await database
          .from('draft')
          .where({ author_id: personId })
          .orderBy(['created_at', 'id'])
          .select('type', 'created_at', 'saved_at')
      : [];
  return [
    {
      id: 'cases-raised',
      title: 'Complex cases raised',
      lead: 'Which and when; the words are about somebody else.',
      fields: {
        reference: 'Reference',
        caseReference: 'Own reference',
        raisedAt: 'Raised',
        nation: 'Nation',
        areas: 'Areas',
        status: 'Where it stands',
        closedAt: 'Closed',
      },
      rows: rows.map(row => ({
        reference: row.reference,
        caseReference: row.case_reference,
        raisedAt: row.raised_at.toISOString(),
        nation: NATION_NAMES[row.nation],
        areas: row.areas.map(area => KNOWLEDGE_AREA_NAMES[area]),
        status: ESCALATION_STATUS_NAMES[row.status],
        closedAt: row.closed_at?.toISOString() ?? null,
      })),
    },
    {
      id: 'case-drafts',
      title: 'Drafts of complex cases',
      fields: { kind: 'Kind', begunAt: 'Begun', savedAt: 'Saved last' },
      rows: drafts.map(row => ({
        kind: context.types.byId(row.type).title,
        begunAt: row.created_at.toISOString(),
        savedAt: row.saved_at.toISOString(),
      })),
    },
  ];
}
