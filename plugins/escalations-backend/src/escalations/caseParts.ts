import type { EscalationRecord } from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { CaseContent } from './CaseContent';

/** What each part of a record is read with. */
export interface PartReading {
  knex: Knex;
  escalationId: string;
  person: PersonContext;
  content: CaseContent;
  /** Today in London, `YYYY-MM-DD`. */
  today: string;
  named(personId: string): EscalationRecord['raisedBy'];
}

const day = (knex: Knex, column: string) =>
  knex.raw(`to_char(??, 'YYYY-MM-DD') as ??`, [column, column]);
const iso = (moment: Date | null) => moment?.toISOString() ?? null;
const all = <T, R>(rows: readonly T[], map: (row: T) => Promise<R>) =>
  Promise.all(rows.map(map));

/** Every version of what the survivor wants, newest first. */
export async function readStatements(
  reading: PartReading,
): Promise<EscalationRecord['statements']> {
  const { knex, escalationId, content, named } = reading;
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
  }));
}

export async function readEncounters(
  reading: PartReading,
): Promise<EscalationRecord['encounters']> {
  const { knex, escalationId, content } = reading;
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
  }));
}

export async function readLegalRequests(
  reading: PartReading,
): Promise<EscalationRecord['legalRequests']> {
  const { knex, escalationId, content } = reading;
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
  }));
}

export async function readTasks(
  reading: PartReading,
): Promise<EscalationRecord['tasks']> {
  const { knex, escalationId, content, named, today } = reading;
  const rows = await knex
    .from('task')
    .where({ escalation_id: escalationId })
    .orderBy(['task.due_on', 'task.id'])
    .select('*', day(knex, 'due_on'));
  return all(rows, async row => ({
    id: row.id,
    title: await content.open('task', 'sealed_title', row.id, row.sealed_title),
    owner: named(row.owner_id),
    dueOn: row.due_on,
    state: row.state,
    overdue: row.state === 'open' && row.due_on < today,
    settledAt: iso(row.settled_at),
  }));
}

export async function readOpinions(
  reading: PartReading,
): Promise<EscalationRecord['opinions']> {
  const { knex, escalationId, content, named, person } = reading;
  const rows = await knex
    .from('opinion')
    .where({ escalation_id: escalationId })
    .orderBy('asked_at');
  return all(rows, async row => ({
    id: row.id,
    askedOf: named(row.asked_of),
    askedBy: named(row.asked_by),
    askedAt: row.asked_at.toISOString(),
    question: await content.open(
      'opinion',
      'sealed_question',
      row.id,
      row.sealed_question,
    ),
    givenAt: iso(row.given_at),
    text: await content.maybe(
      'opinion',
      'sealed_text',
      row.id,
      row.sealed_text,
    ),
    lapsedAt: iso(row.lapsed_at),
    mine: row.asked_of === person.id,
  }));
}

export async function readSpends(
  reading: PartReading,
): Promise<EscalationRecord['spends']> {
  const { knex, escalationId, content, named } = reading;
  const rows = await knex
    .from('spend')
    .where({ escalation_id: escalationId })
    .orderBy('proposed_at');
  return all(rows, async row => ({
    id: row.id,
    purpose: await content.open(
      'spend',
      'sealed_purpose',
      row.id,
      row.sealed_purpose,
    ),
    amount: row.amount,
    alternativesTried: await content.open(
      'spend',
      'sealed_alternatives',
      row.id,
      row.sealed_alternatives,
    ),
    proposedBy: named(row.proposed_by),
    proposedAt: row.proposed_at.toISOString(),
    state: row.state,
    decidedBy: row.decided_by ? named(row.decided_by) : null,
    decidedAt: iso(row.decided_at),
    reason: await content.maybe(
      'spend',
      'sealed_reason',
      row.id,
      row.sealed_reason,
    ),
  }));
}

export async function readSafetyChecks(
  reading: PartReading,
): Promise<EscalationRecord['safetyChecks']> {
  const { knex, escalationId, content, named } = reading;
  const rows = await knex
    .from('safety_check')
    .where({ escalation_id: escalationId })
    .orderBy('at', 'desc');
  return all(rows, async row => ({
    id: row.id,
    subject: row.subject,
    checked: await content.open(
      'safety_check',
      'sealed_checked',
      row.id,
      row.sealed_checked,
    ),
    result: row.result,
    by: named(row.by_id),
    at: row.at.toISOString(),
  }));
}

/** The newest version of each document. */
export async function readDocuments(
  reading: PartReading,
): Promise<EscalationRecord['documents']> {
  const { knex, escalationId, content, named } = reading;
  const rows = await knex
    .from('document')
    .where({ escalation_id: escalationId })
    .distinctOn('id')
    .orderBy([{ column: 'id' }, { column: 'version', order: 'desc' }])
    .select(
      'id',
      'version',
      'template_id',
      'by_id',
      'at',
      'hash',
      'sealed_title',
    );
  return all(rows, async row => ({
    id: row.id,
    templateId: row.template_id,
    title: await content.open(
      'document',
      'sealed_title',
      `${row.id}.${row.version}`,
      row.sealed_title,
    ),
    version: row.version,
    by: named(row.by_id),
    at: row.at.toISOString(),
    hash: row.hash,
  }));
}

/** Files without their content. */
export async function readFiles(
  reading: PartReading,
): Promise<EscalationRecord['files']> {
  const { knex, escalationId, content, named } = reading;
  const rows = await knex
    .from('file')
    .where({ escalation_id: escalationId })
    .orderBy('at')
    .select(
      'id',
      'type',
      'size',
      'hash',
      'state',
      'by_id',
      'at',
      'sealed_name',
    );
  return all(rows, async row => ({
    id: row.id,
    name: await content.open('file', 'sealed_name', row.id, row.sealed_name),
    type: row.type,
    size: row.size,
    hash: row.hash,
    by: named(row.by_id),
    at: row.at.toISOString(),
    state: row.state,
  }));
}

/** Who has a part in it now. */
export async function readAccess(
  reading: PartReading,
): Promise<EscalationRecord['access']> {
  const rows = await reading.knex
    .from('participant')
    .where({ escalation_id: reading.escalationId })
    .whereNull('until')
    .orderBy('since');
  return rows.map(row => ({
    person: reading.named(row.person_id),
    part: row.part,
    since: row.since.toISOString(),
  }));
}

export async function readHandover(
  reading: PartReading,
): Promise<EscalationRecord['handover']> {
  const row = await reading.knex
    .from('handover')
    .where({ escalation_id: reading.escalationId })
    .whereNull('ended_at')
    .first();
  if (!row) return null;
  return {
    from: reading.named(row.from_id),
    to: reading.named(row.to_id),
    offeredAt: row.offered_at.toISOString(),
    acceptedAt: iso(row.accepted_at),
  };
}

export async function readOutcomes(
  reading: PartReading,
): Promise<EscalationRecord['outcomes']> {
  const { knex, escalationId, content } = reading;
  const rows = await knex
    .from('outcome')
    .where({ escalation_id: escalationId });
  return all(rows, async row => ({
    area: row.area,
    result: row.result,
    why: await content.open(
      'outcome',
      'sealed_why',
      `${escalationId}.${row.area}`,
      row.sealed_why,
    ),
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
