import {
  adviceLogCallPermission,
  adviceTriagePermission,
} from '@imsa-hub/advice-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { QueryDbRow } from '../queries/QueryRow';
import type { MailDbRow } from './MailDbRow';

/**
 * Who may see which mail. Those who log, and where it is of a query, or was
 * once taken for a repeat of one, only those who may work on that query. Until
 * it is logged, no senior IMSA whose employer it names either; the coordinator
 * and the Hub Manager see those, so that no mail is seen by nobody: a name in a
 * text is a guess, the subject of a query is not.
 */
export class MailSight {
  constructor(private readonly context: AdviceContext) {}

  /** Leaves only rows of `mailbox_mail` that the person may see. */
  filter(person: PersonContext, builder: Knex.QueryBuilder): void {
    const { hub, sight } = this.context;
    if (!this.logs(person)) {
      builder.whereRaw('false');
      return;
    }
    // Of one mail, only its own query is looked at: by its key, as of none.
    const itsQuery = hub.database
      .from('query')
      .select('query.id')
      .whereRaw('query.id = mailbox_mail.query_id');
    sight.filterWorkable(person, itsQuery);
    builder.where(either =>
      either.whereNull('mailbox_mail.query_id').orWhereExists(itsQuery),
    );
    if (this.triages(person)) return;
    builder.where(either =>
      either
        .where('mailbox_mail.status', 'logged')
        .orWhereRaw('not mailbox_mail.named_organisation_ids && ?::text[]', [
          [...person.organisationIds],
        ]),
    );
  }

  /**
   * The same on a row in hand.
   *
   * @param query - the query of `row.query_id`, where there is one
   */
  maySee(
    person: PersonContext,
    row: Pick<MailDbRow, 'status' | 'query_id' | 'named_organisation_ids'>,
    query: QueryDbRow | undefined,
  ): boolean {
    if (!this.logs(person)) return false;
    const isOfQuery = query && this.context.sight.mayWorkOn(person, query);
    if (row.query_id && !isOfQuery) return false;
    return (
      row.status === 'logged' ||
      this.triages(person) ||
      !row.named_organisation_ids.some(id =>
        person.organisationIds.includes(id),
      )
    );
  }

  private logs(person: PersonContext): boolean {
    return this.context.hub.permissions.may(person, adviceLogCallPermission);
  }

  private triages(person: PersonContext): boolean {
    return this.context.hub.permissions.may(person, adviceTriagePermission);
  }
}
