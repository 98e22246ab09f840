import { londonDateOf } from '@imsa-hub/core';
import type {
  DeadlineRuleProviders,
  Law,
  LawRows,
  ShippedLaw,
} from '@imsa-hub/deadlines-node';
import { composeLaw, readLawRows } from '@imsa-hub/deadlines-node';
import type { Horizon } from '@imsa-hub/deadlines-common';
import type { Knex } from 'knex';

/** The law as the database has it this moment, with what it was read from. */
export interface ReadLaw {
  law: Law;
  rows: LawRows;
}

/**
 * Reads the law for pages and for changes: straight from the rows, so that
 * whoever changed something sees it in the answer.
 */
export class LawKeeper {
  constructor(
    private readonly options: {
      shipped: ShippedLaw;
      providers: DeadlineRuleProviders;
      now?: () => Date;
    },
  ) {}

  /** The day in London, `YYYY-MM-DD`. */
  today(): string {
    return londonDateOf(this.options.now?.() ?? new Date());
  }

  async read(knex: Knex): Promise<ReadLaw> {
    const rows = await readLawRows(knex);
    return { rows, law: this.compose(rows) };
  }

  /** As {@link read}; whoever else would change it waits until the end. */
  async readToChange(trx: Knex.Transaction): Promise<ReadLaw> {
    // One lock for all of it: a rule is judged beside every other.
    await trx.raw('select pg_advisory_xact_lock(727403)');
    return this.read(trx);
  }

  /** @throws DeadlineRulesError where the rules do not fit each other */
  compose(rows: LawRows): Law {
    const { shipped, providers } = this.options;
    return composeLaw({ shipped, providers: providers.providers(), rows });
  }

  horizon(law: Law): Horizon {
    const { from, horizon: until } = law.bankHolidays;
    const [year, rest] = [this.today().slice(0, 4), this.today().slice(4)];
    return { from, until, isNear: until < `${Number(year) + 1}${rest}` };
  }
}
