import {
  adviceAnswerPermission,
  type AssignRequest,
  type Suggestion,
} from '@imsa-hub/advice-common';
import { HubInputError, refuseIf, StaleError } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { countLoads, rankAssignees } from '../suggestions';
import { worksOn } from './flowContext';
import type { QueryDbRow } from './QueryRow';
import type { AdviceContext } from '../AdviceContext';
import type { ChangeInput, QueryChanges } from './QueryChanges';

/** Who has a query: claimed, given, handed over, stepped back from. */
export class GivingService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  /** The first one gets it; everyone else is told who. */
  async claim(input: ChangeInput) {
    try {
      await this.changes.make({
        ...input,
        action: 'claim',
        anyVersion: true,
        apply: async ({ work }) => ({
          patch: {
            assignee_id: input.person.id,
            assigned_at: new Date(work.now),
          },
          entries: [{ kind: 'move', summary: 'Claimed it' }],
          record: { type: 'advice.query-claimed' },
        }),
      });
    } catch (error) {
      throw this.toldWho(error, input.person);
    }
  }

  async assign(
    input: ChangeInput & {
      request: AssignRequest;
      action: 'assign' | 'hand-over';
    },
  ) {
    const { request } = input;
    await this.changes.make({
      ...input,
      reason: request.reason,
      apply: async ({ work, row }) => {
        const target = this.assignee(row, request.personId, 'body.personId');
        return {
          patch: {
            assignee_id: target.id,
            assigned_at: new Date(work.now),
            second_reader_id: null,
          },
          entries: [
            {
              kind: 'move',
              summary:
                input.action === 'assign'
                  ? `Gave it to ${target.displayName}`
                  : `Handed it over to ${target.displayName}`,
              body: request.reason,
            },
          ],
          record: {
            type:
              input.action === 'assign'
                ? 'advice.query-assigned'
                : 'advice.query-handed-over',
          },
        };
      },
    });
  }

  /** The person's access ends with this; an owner names who takes over. */
  async recuse(
    input: ChangeInput & { reason: string; handOverTo: string | null },
  ) {
    await this.changes.make({
      ...input,
      action: 'recuse',
      apply: async ({ work, row }) => {
        // Nobody has to take over what is finished.
        const isMine = row.assignee_id === input.person.id;
        const owns = isMine && row.open;
        refuseIf(owns && !input.handOverTo, {
          field: 'body.handOverTo',
          message: 'Choose who takes this query over before you step back',
        });
        const target =
          owns && input.handOverTo
            ? this.assignee(row, input.handOverTo, 'body.handOverTo')
            : undefined;
        await work.trx
          .table('recusal')
          .insert({
            query_id: row.id,
            person_id: input.person.id,
            at: work.now,
          })
          .onConflict()
          .ignore();
        return {
          patch: {
            ...(target
              ? { assignee_id: target.id, assigned_at: new Date(work.now) }
              : {}),
            ...(isMine && !target
              ? { assignee_id: null, assigned_at: null }
              : {}),
            ...(row.second_reader_id === input.person.id
              ? { second_reader_id: null }
              : {}),
          },
          entries: [
            {
              kind: 'move',
              summary: 'Stepped back from it',
              body: input.reason,
            },
          ],
          record: { type: 'advice.query-stepped-back' },
        };
      },
    });
  }

  /** Who could take it, best first, with every reason. */
  async suggestions(input: {
    person: PersonContext;
    row: QueryDbRow;
  }): Promise<Suggestion[]> {
    const { hub, sight } = this.context;
    const { row } = input;
    const people = hub.people
      .all()
      .filter(person => hub.permissions.may(person, adviceAnswerPermission));
    const load = await countLoads({
      knex: hub.database,
      personIds: people.map(person => person.id),
      knowable: builder => sight.filterWorkable(input.person, builder),
    });
    return rankAssignees({
      query: {
        nation: row.nation,
        areas: row.areas,
        immigration: row.areas.includes('immigration-and-asylum'),
        language: row.language,
      },
      candidates: people.map(person => ({
        person,
        openQueries: load.get(person.id) ?? 0,
        conflicted:
          !worksOn(this.context, person, row) ||
          row.former_answerer_ids.includes(person.id),
      })),
    });
  }

  private assignee(
    row: QueryDbRow,
    personId: string,
    field: string,
  ): PersonContext {
    const { hub } = this.context;
    const person = hub.people.byId(personId);
    const suits =
      person !== undefined &&
      hub.permissions.may(person, adviceAnswerPermission) &&
      worksOn(this.context, person, row) &&
      !row.former_answerer_ids.includes(personId);
    if (!person || !suits) {
      // The same words whatever the reason: a conflict is nobody's business.
      throw new HubInputError({
        fields: [
          {
            field,
            message: 'Choose somebody else; this person cannot take it',
          },
        ],
      });
    }
    return person;
  }

  private toldWho(error: unknown, person: PersonContext): unknown {
    if (!(error instanceof StaleError)) return error;
    const current = error.current as
      { assignee: { id: string; name: string } | null } | undefined;
    if (!current?.assignee) return error;
    const mine = current.assignee.id === person.id;
    return new StaleError({
      message: mine
        ? 'You have this query already.'
        : `${current.assignee.name} has claimed this query.`,
      current: error.current,
      reading: error.reading,
    });
  }
}
