import { presentEvents } from '@imsa-hub/deadlines-node';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../../EscalationContext';
import { ENCOUNTERS, idOf, LEGAL_REQUESTS, readEvents } from '../../lists';
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
  const brought: Date[] = await knex
    .from('submission')
    .where({ escalation_id: escalationId })
    .pluck('at');
  const moments = new Set(brought.map(at => at.getTime()));
  return all(rows, async row => ({
    kind: row.kind,
    version: row.version,
    saidOn: row.said_on,
    asBrought: moments.has(row.recorded_at.getTime()),
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

/** Events in the order they were recorded, with what was struck out. */
export async function readCaseEvents(
  reading: PartReading,
  context: Pick<EscalationContext, 'limits'>,
): Promise<EscalationRecord['events']> {
  return presentEvents({
    events: await readEvents(reading.knex, reading.escalationId),
    limits: context.limits(),
    named: personId => reading.named(personId ?? ''),
  });
}

/** Meetings, the latest first. */
export async function readEncounters(
  reading: PartReading,
): Promise<EscalationRecord['encounters']> {
  const encounters = await ENCOUNTERS.read(reading);
  return encounters
    .map(({ item, struck, place, sealed = [] }) => ({
      id: idOf({ place }),
      struck,
      ...item,
      note: item.note ?? null,
      marked: reading.marks(...sealed),
    }))
    .sort((one, other) => (one.date < other.date ? 1 : -1));
}

/** Summons and requests in the order they were recorded. */
export async function readLegalRequests(
  reading: PartReading,
): Promise<EscalationRecord['legalRequests']> {
  const requests = await LEGAL_REQUESTS.read(reading);
  return requests.map(({ item, struck, place, sealed = [] }) => ({
    id: idOf({ place }),
    struck,
    ...item,
    marked: reading.marks(...sealed),
    due: item.due ?? null,
    answered: item.answered ?? null,
  }));
}

/** What was asked and answered when it was raised last, as it was worded. */
export async function readSubmission(
  reading: PartReading,
): Promise<EscalationRecord['submission']> {
  const { knex, escalationId, content, named } = reading;
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
