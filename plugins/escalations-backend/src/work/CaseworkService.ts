import {
  SAFETY_SUBJECT_NAMES,
  STATEMENT_KIND_NAMES,
  WRITTEN_KIND_NAMES,
  type AddEncounterRequest,
  type CheckSafetyRequest,
  type NoteRequest,
  type StatementRequest,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import { refuseIf } from '@imsa-hub/core-node';
import { IMMIGRATION_SIGNPOST, immigrationGate } from '@imsa-hub/network-node';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { ENCOUNTERS, nextPlace } from '../lists';

/** What people write into a case while they work on it. */
export class CaseworkService {
  constructor(private readonly changes: EscalationChanges) {}

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
