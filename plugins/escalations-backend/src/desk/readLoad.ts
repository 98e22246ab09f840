import {
  escalationsDeskPermission,
  type LoadResponseSchema,
} from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { z } from 'zod';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';

/**
 * How much each handler has open and how much of it is late, as far as the
 * reader may know of it: a load that counted hidden cases would tell how many
 * there are. The one with least comes first.
 */
export async function readLoad(input: {
  context: EscalationContext;
  presenter: EscalationPresenter;
  person: PersonContext;
  now?: Date;
}): Promise<z.infer<typeof LoadResponseSchema>> {
  const { hub, sight } = input.context;
  const handlers = hub.people
    .all()
    .filter(person => hub.permissions.may(person, escalationsDeskPermission));
  const select = hub.database
    .from('escalation')
    .where('escalation.open', true)
    .whereIn(
      'escalation.handler_id',
      handlers.map(({ id }) => id),
    )
    .groupBy('escalation.handler_id')
    .select(
      'escalation.handler_id',
      hub.database.raw('count(*)::int as open_count'),
      hub.database.raw(
        'count(*) filter (where escalation.state_due_at < ?)::int as late_count',
        [input.now ?? new Date()],
      ),
    );
  sight.filterWorkable(input.person, select);
  const rows: Array<{
    handler_id: string;
    open_count: number;
    late_count: number;
  }> = await select;
  const byHandler = new Map(rows.map(row => [row.handler_id, row]));
  return {
    people: handlers
      .map(({ id }) => ({
        person: input.presenter.named(id),
        open: byHandler.get(id)?.open_count ?? 0,
        late: byHandler.get(id)?.late_count ?? 0,
      }))
      .sort(
        (one, other) =>
          one.open - other.open ||
          one.person.name.localeCompare(other.person.name, 'en-GB'),
      ),
  };
}
