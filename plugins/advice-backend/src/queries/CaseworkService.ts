import {
  TIER_NAMES,
  CLOCK_STOP_CATEGORY_NAMES,
  type AssignRequest,
  type CloseRequest,
  type StopClockRequest,
  type Suggestion,
  type TriageRequest,
  adviceAnswerPermission,
} from '@imsa-hub/advice-common';
import {
  HubInputError,
  refuseIf,
  retainUntil,
  StaleError,
} from '@imsa-hub/core-node';
import { ConflictError } from '@backstage/errors';
import { isImmigration, type PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { countLoads, rankAssignees } from '../suggestions';
import { endStop, isLate, restartClock, stopClock } from './clockMoves';
import { highRiskGate, immigrationAreaGate, worksOn } from './flowContext';
import type { ChangeInput, QueryChanges } from './QueryChanges';
import type { QueryDbRow } from './QueryRow';
import { waitsForReply } from './waitsForReply';

/** Triage, who has a query, its clocks, and how it ends. */
export class CaseworkService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  async triage(input: ChangeInput & { request: TriageRequest }) {
    const { request } = input;
    refuseIf(request.tier === 'advice' && !request.professionalRole, {
      field: 'body.professionalRole',
      message: 'Name the role of the professional who can act on the advice',
    });
    refuseIf(request.tier === 'intervention-only' && !request.issueArea, {
      field: 'body.issueArea',
      message: 'Choose the one issue that the IMSA takes on',
    });
    const organisation = request.subjectOrganisationId;
    refuseIf(
      organisation !== null &&
        !this.context.hub.people.organisation(organisation),
      {
        field: 'body.subjectOrganisationId',
        message: 'Choose an organisation of the register, or none',
      },
    );
    await this.changes.make({
      ...input,
      action: 'triage',
      reason: request.reason,
      apply: async ({ row, context: { draft } }) => {
        const gate = highRiskGate(input.person, row, draft);
        refuseIf(!request.highRisk && gate !== undefined, {
          field: 'body.highRisk',
          message: gate ?? '',
        });
        const areaGate = immigrationAreaGate(input.person, row, draft);
        refuseIf(areaGate !== undefined && !isImmigration(request.areas), {
          field: 'body.areas',
          message: areaGate ?? '',
        });
        return {
          patch: {
            tier: request.tier,
            professional_role:
              request.tier === 'advice' ? request.professionalRole : null,
            issue_area:
              request.tier === 'intervention-only' ? request.issueArea : null,
            high_risk: request.highRisk,
            areas: request.areas,
            subject_organisation_id: organisation,
            // It is said now; what the text names is no guess any more.
            named_organisation_ids: [],
          },
          entries: [
            {
              kind: 'move',
              summary: row.tier
                ? `Changed the tier from ${TIER_NAMES[row.tier]} to ${TIER_NAMES[request.tier]}`
                : `Set the tier: ${TIER_NAMES[request.tier]}`,
              body: request.reason,
            },
          ],
          record: { type: 'advice.query-triaged', why: request.tier },
        };
      },
    });
  }

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

  async stopClock(input: ChangeInput & { request: StopClockRequest }) {
    const { category, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'stop-clock',
      reason,
      apply: async ({ work, row }) => {
        await stopClock({ work, row, category });
        return {
          patch: { stopped_at: new Date(work.now), stopped_for: category },
          entries: [
            {
              kind: 'move',
              summary: `Stopped the clock: ${CLOCK_STOP_CATEGORY_NAMES[category]}`,
              body: reason,
            },
          ],
          record: { type: 'advice.clock-stopped', why: category },
        };
      },
    });
  }

  async restartClock(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'restart-clock',
      apply: async ({ work, row }) => ({
        patch: await restartClock({ context: this.context, work, row }),
        entries: [
          { kind: 'move', summary: 'Restarted the clock', body: input.reason },
        ],
        record: { type: 'advice.clock-restarted' },
      }),
    });
  }

  async note(input: ChangeInput & { body: string }) {
    await this.changes.make({
      ...input,
      action: 'note',
      apply: async () => ({
        entries: [{ kind: 'note', body: input.body }],
        record: { type: 'advice.note-added' },
      }),
    });
  }

  async close(input: ChangeInput & { request: CloseRequest }) {
    const { outcomes, lateReason } = input.request;
    await this.changes.make({
      ...input,
      action: 'close',
      apply: async ({ work, row, seal }) => {
        const given = new Set(outcomes.map(outcome => outcome.area));
        refuseIf(
          row.areas.some(area => !given.has(area)) ||
            given.size !== outcomes.length ||
            given.size !== row.areas.length,
          {
            field: 'body.outcomes',
            message: 'Say once for each area of this query what came of it',
          },
        );
        refuseIf(isLate(row, work.now) && !lateReason, {
          field: 'body.lateReason',
          message: 'This is later than its target. Say why.',
        });
        await this.refuseUnanswered(work.trx, row);
        await endStop({ work, row });
        await work.trx
          .table('query_outcome')
          .where({ query_id: row.id })
          .delete();
        for (const outcome of outcomes) {
          await work.trx.table('query_outcome').insert({
            query_id: row.id,
            area: outcome.area,
            result: outcome.result,
            sealed_why: await seal(
              'query_outcome',
              outcome.area,
              row.id,
              outcome.why,
            ),
          });
        }
        return {
          patch: {
            closed_at: new Date(work.now),
            ...retainUntil(this.context, work.now),
            stopped_at: null,
            stopped_for: null,
          },
          entries: [{ kind: 'move', summary: 'Closed it', body: lateReason }],
          record: { type: 'advice.closed' },
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

  /** Whoever was told that two questions are answered together waits for it. */
  private async refuseUnanswered(knex: Knex, row: QueryDbRow): Promise<void> {
    const merged = await this.context.store.mergedHere(knex, row.id);
    const waiting = merged.filter(other => waitsForReply(other, row));
    if (waiting.length === 0) return;
    const names = waiting.map(other => other.reference).join(', ');
    throw new ConflictError(
      `Whoever asked ${names}, merged into this one, has had no reply. Send them the reply too, or open theirs again.`,
    );
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
