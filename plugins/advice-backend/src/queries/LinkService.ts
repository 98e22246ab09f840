import { NotFoundError } from '@backstage/errors';
import type { LinkRequest, QueueRow } from '@imsa-hub/advice-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { type ChangeInput, type QueryChanges } from './QueryChanges';
import type { QueryPresenter } from './QueryPresenter';

import { workableQuery } from './workableQuery';

/** Queries that have to do with each other: found, and linked. */
export class LinkService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
    private readonly presenter: QueryPresenter,
  ) {}

  /**
   * One query by its whole reference. Unknown, closed off and never there are
   * the same answer.
   */
  async find(input: {
    person: PersonContext;
    reference: string;
  }): Promise<QueueRow | null> {
    const { hub } = this.context;
    const row = await workableQuery(this.context, hub.database, input.person, {
      'query.reference': input.reference,
    });
    return row
      ? this.presenter.row({ person: input.person, row, mayWorkOn: true })
      : null;
  }

  async link(input: ChangeInput & { request: LinkRequest }) {
    const { otherId, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'link',
      reason,
      apply: async ({ work, row }) => {
        refuseIf(otherId === row.id, {
          field: 'body.otherId',
          message: 'Choose another query than this one',
        });
        const other = await workableQuery(
          this.context,
          work.trx,
          input.person,
          {
            'query.id': otherId,
          },
        );
        if (!other) throw new NotFoundError();
        await work.trx
          .table('query_link')
          .insert({ query_id: row.id, other_id: otherId, at: work.now })
          .onConflict()
          .ignore();
        return {
          // Which one is among the links, for those who may know of it.
          entries: [
            {
              kind: 'move',
              summary: 'Linked it with another query',
              body: reason,
            },
          ],
          record: { type: 'advice.linked' },
        };
      },
    });
  }
}
