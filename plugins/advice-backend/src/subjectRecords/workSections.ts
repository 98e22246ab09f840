import { RETENTION_STEP_NAMES, type RetentionStep } from '@imsa-hub/core';
import type { SubjectQuestion, SubjectSection } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { filterForSubject } from './subjectSight';

const ENTRY_KINDS: Readonly<Record<string, string>> = {
  question: 'a question',
  reply: 'a reply',
  'from-asker': 'a message to the hub',
  'to-asker': 'a message to the asker',
  note: 'a note',
  move: 'a step',
};

/** Work on the advice line: references and dates, nobody's content. */
export async function workSections(
  context: AdviceContext,
  question: SubjectQuestion,
): Promise<SubjectSection[]> {
  const { personId } = question;
  const { database } = context.hub;
  const among = (select: Knex.QueryBuilder) => {
    filterForSubject(context, question, select);
    return select;
  };
  const parts = await among(
    database
      .from('query')
      .select(
        'query.reference',
        'query.received_at',
        database.raw('query.assignee_id = ? as answers', [personId]),
        database.raw('query.second_reader_id = ? as reads', [personId]),
        database.raw('? = any (query.former_answerer_ids) as answered', [
          personId,
        ]),
      )
      .where(took =>
        took
          .where('query.assignee_id', personId)
          .orWhere('query.second_reader_id', personId)
          .orWhereRaw('? = any (query.former_answerer_ids)', [personId]),
      )
      .orderBy(['query.received_at', 'query.id']),
  );
  const entries = await among(
    database
      .from('query_entry')
      .join('query', 'query.id', 'query_entry.query_id')
      .select('query.reference', 'query_entry.at', 'query_entry.kind')
      .where('query_entry.by_id', personId)
      .orderBy(['query_entry.at', 'query_entry.id']),
  );
  const openings = await among(
    database
      .from('break_glass as opening')
      .join('query', 'query.id', 'opening.query_id')
      .select('query.reference', 'opening.at', 'opening.until')
      .where('opening.person_id', personId)
      .orderBy('opening.at'),
  );
  const retention = await among(
    database
      .from('retention_step as decision')
      .join('query', 'query.id', 'decision.query_id')
      .select('query.reference', 'decision.at', 'decision.step')
      .where('decision.by_id', personId)
      .orderBy('decision.at'),
  );
  const templates = await database
    .from('template')
    .where({ changed_by: personId })
    .orderBy('changed_at')
    .select('title', 'version', 'changed_at');
  return [
    {
      id: 'queries-worked-on',
      title: 'Queries worked on',
      fields: {
        reference: 'Reference',
        receivedAt: 'Came in',
        part: 'Part taken',
      },
      rows: parts.map((row: Part) => ({
        reference: row.reference,
        receivedAt: row.received_at.toISOString(),
        part: partsOf(row),
      })),
    },
    {
      id: 'query-entries',
      title: 'What was written in queries',
      lead: 'When and in which query; the words are about somebody else.',
      fields: { reference: 'Reference', at: 'When', what: 'What' },
      rows: entries.map((row: Entry) => ({
        reference: row.reference,
        at: row.at.toISOString(),
        what: ENTRY_KINDS[row.kind] ?? row.kind,
      })),
    },
    {
      id: 'query-openings',
      title: 'Queries opened by break-glass',
      fields: { reference: 'Reference', at: 'From', until: 'Until' },
      rows: openings.map((row: Opening) => ({
        reference: row.reference,
        at: row.at.toISOString(),
        until: row.until.toISOString(),
      })),
    },
    {
      id: 'query-retention',
      title: 'Decisions on how long queries are kept',
      fields: { reference: 'Reference', at: 'When', step: 'Decision' },
      rows: retention.map((row: Decision) => ({
        reference: row.reference,
        at: row.at.toISOString(),
        step: RETENTION_STEP_NAMES[row.step],
      })),
    },
    {
      id: 'templates',
      title: 'Templates changed',
      fields: { title: 'Template', version: 'Version', at: 'When' },
      rows: templates.map(row => ({
        title: row.title,
        version: row.version,
        at: row.changed_at.toISOString(),
      })),
    },
  ];
}

interface Part {
  reference: string;
  received_at: Date;
  answers: boolean | null;
  reads: boolean | null;
  answered: boolean;
}
interface Entry {
  reference: string;
  at: Date;
  kind: string;
}
interface Decision {
  reference: string;
  at: Date;
  step: RetentionStep['step'];
}
interface Opening {
  reference: string;
  at: Date;
  until: Date;
}

function partsOf(row: Part): string[] {
  return [
    ...(row.answers ? ['answers it'] : []),
    ...(row.answered ? ['answered it before'] : []),
    ...(row.reads ? ['second reader'] : []),
  ];
}
