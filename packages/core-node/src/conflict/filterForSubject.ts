import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { ConflictRules } from './criteria';
import type { QueryFilter } from './ConflictFacts';
import type { RecordSight } from './RecordSight';

/** Whose records an export is about, and who reads it. */
export interface ExportSubject {
  personId: string;
  /** Every organisation that ever employed them. */
  organisationIds: readonly string[];
  reader: PersonContext;
  /** Whether somebody asks about themselves. */
  isOwn: boolean;
}

/**
 * Leaves only records that may stand in an export about a person: what they
 * raised, or what no rule keeps from them, where every employer they ever had
 * counts; and of these only what the reader may see, if that is another.
 */
export function filterForSubject<Row>(options: {
  rules: ConflictRules;
  sight: Pick<RecordSight<Row>, 'filterReadable'>;
  subject: ExportSubject;
  builder: Knex.QueryBuilder;
}): void {
  const { rules, sight, subject, builder } = options;
  const { personId, organisationIds, reader, isOwn } = subject;
  const params = { personId, organisationIds: [...organisationIds] };
  const keep =
    (...names: readonly string[]) =>
    (part: Knex.QueryBuilder) => {
      for (const name of names) {
        const filter = rules[name]?.toQuery(params);
        if (typeof filter !== 'function') {
          throw new Error(`The rule "${name}" gives no single filter`);
        }
        (filter as QueryFilter)(part);
      }
    };
  builder.where(part =>
    part
      .where(keep('RAISED_BY'))
      .orWhere(keep('NOT_CONFLICTED', 'NOT_RECUSED')),
  );
  if (!isOwn) sight.filterReadable(reader, builder);
}
