import { QUERY_STATUS_NAMES } from '@imsa-hub/advice-common';
import {
  KNOWLEDGE_AREA_NAMES,
  languageName,
  NATION_NAMES,
} from '@imsa-hub/core';
import { DestroyedContentError } from '@imsa-hub/core-node';
import type { SubjectQuestion, SubjectSection } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from '../queries/QueryChanges';
import type { EntryDbRow, QueryDbRow } from '../queries/QueryRow';
import { filterForSubject } from './subjectSight';

const DESTROYED = 'Destroyed at the end of its time';

/** What the person asked, in their own words. Opening it is in the ledger. */
export async function askedSections(
  context: AdviceContext,
  question: SubjectQuestion,
): Promise<SubjectSection[]> {
  const { hub } = context;
  const select = hub.database
    .from('query')
    .select('query.*')
    .where('query.raised_by', question.personId)
    .orderBy(['query.received_at', 'query.id']);
  filterForSubject(context, question, select);
  const rows: QueryDbRow[] = await select;
  if (rows.length === 0) return [asked([]), written([])];
  await hub.work.run(question.actor, async ({ record }) => {
    for (const row of rows) {
      record({
        type: 'advice.query-read',
        subject: subjectOf(row.id),
        publish: false,
        why: 'subject-access',
      });
    }
  });
  const messages: EntryDbRow[] = await hub.database
    .from('query_entry')
    .whereIn(
      'query_id',
      rows.map(row => row.id),
    )
    .where({ by_id: question.personId, kind: 'from-asker' })
    .orderBy(['at', 'id']);
  const referenceOf = new Map(rows.map(row => [row.id, row.reference]));
  return [
    asked(await Promise.all(rows.map(row => open(row)))),
    written(
      await Promise.all(
        messages.map(async message => ({
          reference: referenceOf.get(message.query_id) ?? null,
          at: message.at.toISOString(),
          text: await unseal({
            queryId: message.query_id,
            table: 'query_entry',
            column: 'sealed_body',
            row: message.id,
            sealed: message.sealed_body,
          }),
        })),
      ),
    ),
  ];

  async function open(row: QueryDbRow) {
    const text = (
      column:
        | 'sealed_question'
        | 'sealed_who_can_act'
        | 'sealed_safe_contact'
        | 'sealed_about_service',
    ) =>
      unseal({
        queryId: row.id,
        table: 'query',
        column,
        row: row.id,
        sealed: row[column],
      });
    return {
      reference: row.reference,
      askedAt: row.received_at.toISOString(),
      nation: NATION_NAMES[row.nation],
      areas: row.areas.map(area => KNOWLEDGE_AREA_NAMES[area]),
      language: languageName(row.language),
      status: QUERY_STATUS_NAMES[row.status],
      closedAt: row.closed_at?.toISOString() ?? null,
      helped: row.helped,
      question: await text('sealed_question'),
      whoCanAct: await text('sealed_who_can_act'),
      safeContact: await text('sealed_safe_contact'),
      aboutService: await text('sealed_about_service'),
    };
  }

  async function unseal(place: {
    queryId: string;
    table: string;
    column: string;
    row: string;
    sealed: string | null;
  }): Promise<string | null> {
    const { queryId: caseId, sealed, ...rest } = place;
    if (sealed === null) return null;
    try {
      return await hub.sealing.unseal({ caseId, sealed, ...rest });
    } catch (error) {
      if (error instanceof DestroyedContentError) return DESTROYED;
      throw error;
    }
  }
}

function asked(rows: SubjectSection['rows']): SubjectSection {
  return {
    id: 'queries-asked',
    title: 'What was asked on the advice line',
    fields: {
      reference: 'Reference',
      askedAt: 'Asked',
      nation: 'Nation',
      areas: 'Areas',
      language: 'Language',
      status: 'Where it stands',
      closedAt: 'Closed',
      helped: 'Whether it helped',
      question: 'The question',
      whoCanAct: 'Who can act',
      safeContact: 'How to reach them safely',
      aboutService: 'The service it is about',
    },
    rows,
  };
}

function written(rows: SubjectSection['rows']): SubjectSection {
  return {
    id: 'messages-to-the-hub',
    title: 'What was written back about it',
    fields: { reference: 'Reference', at: 'When', text: 'Words' },
    rows,
  };
}
