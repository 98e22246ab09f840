import {
  escalationsRetentionPermission,
  type RetentionRow,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../../EscalationContext';
import { presentRetention } from '../../retention/presentRetention';
import type { RetentionSteps } from '../../retention/RetentionSteps';
import type { EscalationDbRow } from '../EscalationRow';
import type { PartReading } from './PartReading';

/** How long a closed case is kept, for whoever decides on it. */
export async function readReview(
  reading: PartReading,
  input: {
    context: EscalationContext;
    steps: RetentionSteps;
    row: EscalationDbRow;
  },
): Promise<RetentionRow | null> {
  const { knex, person, today, named } = reading;
  const { context, steps, row } = input;
  const { permissions } = context.hub;
  if (row.open || !permissions.may(person, escalationsRetentionPermission)) {
    return null;
  }
  const known = await steps.read(knex, { escalationIds: [row.id], named });
  return presentRetention(row, {
    steps: known.get(row.id) ?? [],
    reviewDays: context.retentionReviewDays,
    personId: person.id,
    today,
    named,
  });
}
