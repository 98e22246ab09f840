import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { all, day, type PartReading } from './PartReading';

/** Every version of what the survivor wants, newest first. */
export async function readStatements(
  reading: PartReading,
): Promise<EscalationRecord['statements']> {
  const { knex, escalationId, content, named, marks } = reading;
  const rows = await knex
    .from('statement')
    .where({ escalation_id: escalationId })
    .orderBy([{ column: 'kind' }, { column: 'version', order: 'desc' }])
    .select('*', day(knex, 'said_on'));
  return all(rows, async row => ({
    kind: row.kind,
    version: row.version,
    saidOn: row.said_on,
    recordedBy: named(row.recorded_by),
    recordedAt: row.recorded_at.toISOString(),
    text: await content.open(
      'statement',
      'sealed_text',
      `${escalationId}.${row.kind}.${row.version}`,
      row.sealed_text,
    ),
    marked: marks(row.sealed_text),
  }));
}

export async function readEncounters(
  reading: PartReading,
): Promise<EscalationRecord['encounters']> {
  const { knex, escalationId, content, marks } = reading;
  const rows = await knex
    .from('encounter')
    .where({ escalation_id: escalationId })
    .orderBy('encounter.met_on', 'desc')
    .select('*', day(knex, 'met_on'));
  return all(rows, async row => ({
    date: row.met_on,
    interpreter: row.interpreter,
    note: await content.maybe(
      'encounter',
      'sealed_note',
      `${escalationId}.${row.place}`,
      row.sealed_note,
    ),
    marked: marks(row.sealed_note),
  }));
}

export async function readLegalRequests(
  reading: PartReading,
): Promise<EscalationRecord['legalRequests']> {
  const { knex, escalationId, content, marks } = reading;
  const rows = await knex
    .from('legal_request')
    .where({ escalation_id: escalationId })
    .orderBy('place')
    .select('*', day(knex, 'received_on'), day(knex, 'due_on'));
  return all(rows, async row => ({
    kind: row.kind,
    received: row.received_on,
    due: row.due_on,
    from: await content.open(
      'legal_request',
      'sealed_from',
      `${escalationId}.${row.place}`,
      row.sealed_from,
    ),
    marked: marks(row.sealed_from),
  }));
}

/** What was asked and answered when it was raised last, as it was worded. */
export async function readSubmission(
  reading: PartReading,
): Promise<EscalationRecord['submission']> {
  const { knex, escalationId, content, named, marks } = reading;
  const row = await knex
    .from('submission')
    .where({ escalation_id: escalationId })
    .orderBy('number', 'desc')
    .first();
  const text: string = await content.open(
    'submission',
    'sealed_pages',
    `${escalationId}.${row.number}`,
    row.sealed_pages,
  );
  return {
    number: row.number,
    at: row.at.toISOString(),
    by: named(row.by_id),
    // Destroyed content is a sentence, not pages.
    pages: text.startsWith('[') ? JSON.parse(text) : [],
  };
}
