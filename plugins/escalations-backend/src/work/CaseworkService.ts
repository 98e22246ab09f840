import {
  FACT_NAMES,
  SAFETY_SUBJECT_NAMES,
  STATEMENT_KIND_NAMES,
  WRITTEN_KIND_NAMES,
  type AddEncounterRequest,
  type AddTaskRequest,
  type ChangeFactRequest,
  type CheckSafetyRequest,
  type NoteRequest,
  type SettleTaskRequest,
  type StatementRequest,
} from '@imsa-hub/escalations-common';
import { NotFoundError } from '@backstage/errors';
import { londonDateOf } from '@imsa-hub/core';
import { refuseIf } from '@imsa-hub/core-node';
import {
  IMMIGRATION_SIGNPOST,
  immigrationGate,
  isImmigration,
} from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { EscalationPatch } from '../escalations/EscalationRow';
import { ENCOUNTERS, nextPlace } from '../lists';
import { isFree } from '../escalations/suitable';
import { releasePerson } from '../moves/releasePerson';
import { factChange } from './factChange';

/** What people write into a case while they work on it. */
export class CaseworkService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  async note(input: ChangeInput & { request: NoteRequest }) {
    const { kind, text } = input.request;
    await this.changes.make({
      ...input,
      action: 'note',
      apply: async ({ row }) => {
        refuseIf(
          kind === 'advice' && immigrationGate(input.person, row) !== undefined,
          { field: 'body.kind', message: IMMIGRATION_SIGNPOST },
        );
        return {
          entries: [{ kind, text }],
          record: {
            type: 'escalations.note-added',
            why: WRITTEN_KIND_NAMES[kind],
          },
        };
      },
    });
  }

  /** A changed fact keeps the old value and says why. */
  async changeFact(input: ChangeInput & { request: ChangeFactRequest }) {
    const { fact, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'change-fact',
      reason,
      apply: async ({ row, seal, work }) => {
        const { patch, before, after } = await factChange({
          context: this.context,
          knex: work.trx,
          row,
          request: input.request,
          seal,
        });
        refuseIf(
          patch.areas !== undefined &&
            !isImmigration(patch.areas) &&
            immigrationGate(input.person, row) !== undefined,
          {
            field: 'body.value',
            message:
              'Immigration and asylum stays until somebody who is recorded as regulated for it takes that area away: assign the case to them for it.',
          },
        );
        return {
          patch,
          entries: [
            {
              kind: 'fact',
              summary: `Changed: ${FACT_NAMES[fact]}`,
              text: `${after}\n\nWhy: ${reason}`,
              before,
            },
          ],
          record: { type: 'escalations.fact-changed', why: fact },
        };
      },
    });
  }

  /** The organisation that the case is about; decides who can see it at all. */
  async setOrganisation(
    input: ChangeInput & {
      request: { organisationId: string | null; reason: string };
    },
  ) {
    const { organisationId, reason } = input.request;
    const { hub } = this.context;
    await this.changes.make({
      ...input,
      action: 'set-organisation',
      reason,
      apply: async ({ work, row }) => {
        const known = organisationId
          ? hub.people.organisation(organisationId)
          : undefined;
        refuseIf(organisationId !== null && !known, {
          field: 'body.organisationId',
          message: 'Choose an organisation of the register, or none',
        });
        const next = { ...row, subject_organisation_id: organisationId };
        const handler = row.handler_id
          ? hub.people.byId(row.handler_id)
          : undefined;
        refuseIf(handler !== undefined && !isFree(handler, next), {
          field: 'body.organisationId',
          message:
            'Give the case to somebody who does not work for this organisation first',
        });
        // Whoever works there is out of it with this; the raiser keeps what
        // they wrote.
        const taking: string[] = await work.trx
          .table('participant')
          .where({ escalation_id: row.id })
          .whereNull('until')
          .whereNot('person_id', row.raised_by)
          .distinct()
          .pluck('person_id');
        let patch: EscalationPatch = {
          subject_organisation_id: organisationId,
        };
        for (const personId of taking) {
          const person = hub.people.byId(personId);
          if (!person || isFree(person, next)) continue;
          patch = {
            ...patch,
            ...(await releasePerson(this.context, { work, row, personId })),
          };
        }
        return {
          patch,
          entries: [
            {
              kind: 'fact',
              summary: 'Changed: the organisation it is about',
              text: `${known?.name ?? 'None'}\n\nWhy: ${reason}`,
              before: row.subject_organisation_id
                ? (hub.people.organisation(row.subject_organisation_id)?.name ??
                  'An organisation that has left')
                : 'None',
            },
          ],
          record: { type: 'escalations.organisation-changed' },
        };
      },
    });
  }

  /** A new version of the survivor's own words; the older ones stay. */
  async recordStatement(input: ChangeInput & { request: StatementRequest }) {
    const { kind, saidOn, text } = input.request;
    await this.changes.make({
      ...input,
      action: 'record-choice',
      apply: async ({ work, row, seal }) => {
        refuseIf(saidOn > londonDateOf(work.now), {
          field: 'body.saidOn',
          message: 'This day has not come yet',
        });
        const newest = await work.trx
          .table('statement')
          .where({ escalation_id: row.id, kind })
          .max('version as version')
          .first();
        const version = Number(newest?.version ?? 0) + 1;
        await work.trx.table('statement').insert({
          escalation_id: row.id,
          kind,
          version,
          said_on: saidOn,
          recorded_by: input.person.id,
          recorded_at: work.now,
          sealed_text: await seal(
            'statement',
            'sealed_text',
            `${row.id}.${kind}.${version}`,
            text,
          ),
        });
        return {
          entries: [
            {
              kind: 'statement',
              summary: `${STATEMENT_KIND_NAMES[kind]}: version ${version}`,
            },
          ],
          record: { type: 'escalations.statement-recorded', why: kind },
        };
      },
    });
  }

  async addEncounter(input: ChangeInput & { request: AddEncounterRequest }) {
    const { date, interpreter, note } = input.request;
    await this.changes.make({
      ...input,
      action: 'add-encounter',
      apply: async ({ work, row, seal }) => {
        refuseIf(date > londonDateOf(work.now), {
          field: 'body.date',
          message: 'This day has not come yet',
        });
        await ENCOUNTERS.write({
          trx: work.trx,
          escalationId: row.id,
          place: await nextPlace(work.trx, 'encounter', row.id),
          version: 1,
          struck: false,
          item: { date, interpreter, ...(note ? { note } : {}) },
          personId: input.person.id,
          now: work.now,
          seal,
        });
        return {
          entries: [{ kind: 'encounter', summary: 'Recorded a meeting' }],
          record: { type: 'escalations.encounter-added', why: interpreter },
        };
      },
    });
  }

  async addTask(input: ChangeInput & { request: AddTaskRequest }) {
    const { title, ownerId, dueOn } = input.request;
    await this.changes.make({
      ...input,
      action: 'add-task',
      apply: async ({ work, row, seal }) => {
        const owner = this.context.hub.people.byId(ownerId);
        refuseIf(!owner || !this.context.sight.mayWorkOn(owner, row), {
          field: 'body.ownerId',
          message: 'Choose somebody who has a part in this case',
        });
        const id = work.newId();
        await work.trx.table('task').insert({
          id,
          escalation_id: row.id,
          owner_id: ownerId,
          due_on: dueOn,
          created_by: input.person.id,
          created_at: work.now,
          sealed_title: await seal('task', 'sealed_title', id, title),
        });
        return {
          entries: [
            {
              kind: 'task',
              summary: `Added a task for ${owner?.displayName}`,
              text: title,
            },
          ],
          record: { type: 'escalations.task-added' },
        };
      },
    });
  }

  async settleTask(input: ChangeInput & { request: SettleTaskRequest }) {
    const { taskId, result, note } = input.request;
    await this.changes.make({
      ...input,
      action: 'settle-task',
      apply: async ({ work, row }) => {
        const settled = await work.trx
          .table('task')
          .where({ id: taskId, escalation_id: row.id, state: 'open' })
          .update({
            state: result,
            settled_by: input.person.id,
            settled_at: work.now,
          });
        if (settled === 0) throw new NotFoundError();
        return {
          entries: [
            {
              kind: 'task',
              summary: result === 'done' ? 'Did a task' : 'Dropped a task',
              text: note,
            },
          ],
          record: { type: 'escalations.task-settled', why: result },
        };
      },
    });
  }

  async checkSafety(input: ChangeInput & { request: CheckSafetyRequest }) {
    const { subject, checked, result } = input.request;
    await this.changes.make({
      ...input,
      action: 'check-safety',
      apply: async ({ work, row, seal }) => {
        const id = work.newId();
        await work.trx.table('safety_check').insert({
          id,
          escalation_id: row.id,
          subject,
          result,
          by_id: input.person.id,
          at: work.now,
          sealed_checked: await seal(
            'safety_check',
            'sealed_checked',
            id,
            checked,
          ),
        });
        return {
          entries: [
            {
              kind: 'safety-check',
              summary: `Checked for safety: ${SAFETY_SUBJECT_NAMES[subject].toLowerCase()}`,
            },
          ],
          record: { type: 'escalations.safety-checked', why: result },
        };
      },
    });
  }
}
