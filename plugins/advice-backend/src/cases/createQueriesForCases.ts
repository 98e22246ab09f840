import type { CarryOver, QueriesForCases } from '@imsa-hub/advice-node';
import { allowedActions } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { flowContextOf } from '../queries/flowContext';
import { subjectOf } from '../queries/QueryChanges';
import { queryFlow } from '../queries/queryFlow';
import type { QueryPresenter } from '../queries/QueryPresenter';
import type { QueryDbRow } from '../queries/QueryRow';
import { tellOfCase } from './tellOfCase';

/** What the advice line answers of queries that become cases. */
export function createQueriesForCases(parts: {
  context: AdviceContext;
  presenter: QueryPresenter;
}): QueriesForCases {
  const { context, presenter } = parts;
  const { hub, store, sight } = context;

  return {
    carryOver: ({ person, actor, queryId }) =>
      hub.work.run(actor, async work => {
        const row = await takable(work.trx, person, queryId);
        if (!row) return undefined;
        work.record({
          type: 'advice.query-read',
          subject: subjectOf(row.id),
          publish: false,
          why: 'to-take-on',
        });
        return carryOver(work.trx, row);
      }),
    mayTakeOn: async ({ person, queryId }) =>
      (await takable(hub.database, person, queryId)) !== undefined,
    async see({ person, queryId }) {
      const row = await store.load({
        knex: hub.database,
        where: { 'query.id': queryId },
        filter: builder => sight.filterReadable(person, builder),
      });
      return row && { id: row.id, reference: row.reference };
    },
    tell: news => tellOfCase({ context, news }),
  };

  /** The query, where this person may make a case of it now. */
  async function takable(knex: Knex, person: PersonContext, queryId: string) {
    const row = await store.load({
      knex,
      where: { 'query.id': queryId },
      filter: builder => sight.filterWorkable(person, builder),
    });
    const allowed =
      row &&
      allowedActions({
        flow: queryFlow,
        status: row.status,
        context: flowContextOf(context, { person, row, mayWorkOn: true }),
      });
    return allowed?.includes('take-on') ? row : undefined;
  }

  async function carryOver(knex: Knex, row: QueryDbRow): Promise<CarryOver> {
    const organisation = row.subject_organisation_id;
    return {
      id: row.id,
      reference: row.reference,
      nation: row.nation,
      areas: row.areas,
      question: await presenter.content.open(
        knex,
        row.id,
        'query',
        'sealed_question',
        row.id,
        row.sealed_question,
      ),
      events: await store.events(knex, row.id),
      safety: row.safety,
      tier: row.tier,
      subjectOrganisation: organisation
        ? {
            id: organisation,
            name:
              hub.people.organisation(organisation)?.name ??
              'An organisation that has left',
          }
        : null,
    };
  }
}
