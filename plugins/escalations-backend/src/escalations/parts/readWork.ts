import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { all, day, iso, type PartReading } from './PartReading';

export async function readTasks(
  reading: PartReading,
): Promise<EscalationRecord['tasks']> {
  const { knex, escalationId, content, named, today, marks } = reading;
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
    marked: marks(row.sealed_title),
  }));
}

export async function readOpinions(
  reading: PartReading,
): Promise<EscalationRecord['opinions']> {
  const { knex, escalationId, content, named, person, marks } = reading;
  const rows = await knex
    .from('opinion')
    .where({ escalation_id: escalationId })
    .orderBy(['asked_at', 'id']);
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
    marked: marks(row.sealed_question, row.sealed_text),
  }));
}

export async function readSpends(
  reading: PartReading,
): Promise<EscalationRecord['spends']> {
  const { knex, escalationId, content, named, marks } = reading;
  const rows = await knex
    .from('spend')
    .where({ escalation_id: escalationId })
    .orderBy(['proposed_at', 'id']);
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
    marked: marks(
      row.sealed_purpose,
      row.sealed_alternatives,
      row.sealed_reason,
    ),
  }));
}

export async function readSafetyChecks(
  reading: PartReading,
): Promise<EscalationRecord['safetyChecks']> {
  const { knex, escalationId, content, named, marks } = reading;
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
    marked: marks(row.sealed_checked),
  }));
}
