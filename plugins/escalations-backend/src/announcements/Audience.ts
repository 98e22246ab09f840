import {
  escalationsRetentionPermission,
  type Level,
} from '@imsa-hub/escalations-common';
import type { PublishedEntry } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';

/** An entry of the ledger and the case that it is about, as it is now. */
export interface Occasion {
  entry: PublishedEntry;
  row: EscalationDbRow;
  trx: Knex;
}

/** Who people are in a case, by register id. Some may not be there any more. */
export class Audience {
  constructor(private readonly context: EscalationContext) {}

  /** Who takes cases on at a level; where none of them may know, the Hub Manager. */
  desk(row: EscalationDbRow, level: Level = row.level): string[] {
    if (level !== 'senior-imsa') return this.managers();
    const { hub, sight } = this.context;
    const seniors = hub.people
      .withRole('senior-imsa')
      .filter(
        person => person.id !== row.raised_by && sight.mayWorkOn(person, row),
      )
      .map(({ id }) => id);
    return seniors.length > 0 ? seniors : this.managers();
  }

  managers(): string[] {
    return this.context.hub.people.withRole('hub-manager').map(({ id }) => id);
  }

  /** Who decides how long cases are kept. */
  keepers(): string[] {
    const { people, permissions } = this.context.hub;
    return people
      .all()
      .filter(person => permissions.may(person, escalationsRetentionPermission))
      .map(({ id }) => id);
  }

  /** Whoever handles it, or where nobody does, the Hub Manager. */
  handler(row: EscalationDbRow): string[] {
    return row.handler_id ? [row.handler_id] : this.managers();
  }

  /** Raiser, lead and handler. */
  owners(row: EscalationDbRow): string[] {
    return some(row.raised_by, row.lead_id, row.handler_id);
  }

  /** Everybody with a part in it now. */
  participants(row: EscalationDbRow): string[] {
    return [...row.part_ids, row.raised_by];
  }

  /**
   * People whom rows beside the case name, of those that this entry wrote: the
   * row bears its moment.
   */
  async named(
    { entry, row, trx }: Occasion,
    table: 'opinion' | 'handover' | 'spend' | 'task' | 'participant',
    moment: string,
    ...columns: string[]
  ): Promise<string[]> {
    const rows: Array<Record<string, string | null>> = await trx
      .from(table)
      .where({ escalation_id: row.id, [moment]: entry.at })
      .select(columns);
    return some(...rows.flatMap(found => Object.values(found)));
  }
}

const some = (...ids: ReadonlyArray<string | null>) =>
  ids.filter((id): id is string => id !== null);
