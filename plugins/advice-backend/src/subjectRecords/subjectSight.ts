import type { SubjectQuestion } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { adviceQueryRules } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';

/** Whose sight counts in an export. */
export type Subject = Pick<
  SubjectQuestion,
  'personId' | 'organisationIds' | 'reader' | 'isOwn'
>;

/**
 * Leaves only rows of `query` that may stand in an export about a person: what
 * they asked, or what no rule keeps from them, where every employer they ever
 * had counts; and of these only what the reader may see, if that is another.
 */
export function filterForSubject(
  context: Pick<AdviceContext, 'sight'>,
  subject: Subject,
  builder: Knex.QueryBuilder,
): void {
  const { personId, organisationIds, reader, isOwn } = subject;
  const params = { personId, organisationIds: [...organisationIds] };
  const keep =
    (...names: (keyof typeof adviceQueryRules)[]) =>
    (part: Knex.QueryBuilder) => {
      for (const name of names) {
        const filter = adviceQueryRules[name].toQuery(params);
        if (typeof filter !== 'function') {
          throw new Error(`The rule "${name}" gives no single filter`);
        }
        filter(part);
      }
    };
  builder.where(part =>
    part
      .where(keep('RAISED_BY'))
      .orWhere(keep('NOT_CONFLICTED', 'NOT_RECUSED')),
  );
  if (!isOwn) context.sight.filterReadable(reader, builder);
}
