import type { Closing } from '@imsa-hub/escalations-common';
import { all, type PartReading } from './PartReading';

/** Every closing with what came of it, the newest first. */
export async function readClosings(reading: PartReading): Promise<Closing[]> {
  const { knex, escalationId, content, named, marks } = reading;
  const where = { escalation_id: escalationId };
  const rows = await knex
    .from('closing')
    .where(where)
    .orderBy('number', 'desc');
  const outcomes = await knex.from('outcome').where(where).orderBy('area');
  // Bound to the columns of the case: see the migration.
  const text = (column: string, sealed: string | null) =>
    content.maybe('escalation', column, escalationId, sealed);
  return all(rows, async row => ({
    number: row.number,
    at: row.at.toISOString(),
    by: row.by_id ? named(row.by_id) : null,
    outcomes: await all(
      outcomes.filter(({ closing }) => closing === row.number),
      async ({ area, result, sealed_why }) => ({
        area,
        result,
        why: await content.open(
          'outcome',
          'sealed_why',
          outcomePlace(escalationId, row.number, area),
          sealed_why,
        ),
        marked: marks(sealed_why),
      }),
    ),
    keyOutcomes: row.key_outcomes,
    learningPoint: await text(
      'sealed_learning_point',
      row.sealed_learning_point,
    ),
    structuralIssue: await text(
      'sealed_structural_issue',
      row.sealed_structural_issue,
    ),
    learningMarked: marks(
      row.sealed_learning_point,
      row.sealed_structural_issue,
    ),
  }));
}

/** Which place an outcome is sealed for; the first closing's as it always was. */
export function outcomePlace(
  escalationId: string,
  closing: number,
  area: string,
): string {
  return closing === 1
    ? `${escalationId}.${area}`
    : `${escalationId}.${area}.${closing}`;
}
