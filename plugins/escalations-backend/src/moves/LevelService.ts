import {
  LEVEL_NAMES,
  LEVELS,
  type RaiseLevelRequest,
} from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type {
  AllowedChange,
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';

/** At which level a case is decided: one step up, or one down, with a reason. */
export class LevelService {
  constructor(private readonly changes: EscalationChanges) {}

  /** One step up: senior IMSA, Hub Manager, outside specialist. */
  async raise(input: ChangeInput & { request: RaiseLevelRequest }) {
    const { level, specialist, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'raise-level',
      reason,
      apply: async change => {
        const { row } = change;
        refuseIf(LEVELS.indexOf(level) !== LEVELS.indexOf(row.level) + 1, {
          field: 'body.level',
          message: `From ${LEVEL_NAMES[row.level]} it goes one level up`,
        });
        if (specialist) await nameSpecialist(input, change, specialist);
        return {
          patch: { level },
          entries: [
            {
              kind: 'move',
              summary: `Took it a level up: ${LEVEL_NAMES[level]}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.level-raised', why: level },
        };
      },
    });
  }

  /** One step down. A specialist who was named stays in the record. */
  async lower(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'lower-level',
      apply: async ({ row }) => {
        const level = LEVELS[LEVELS.indexOf(row.level) - 1] ?? row.level;
        return {
          patch: { level },
          entries: [
            {
              kind: 'move',
              summary: `Took it a level down: ${LEVEL_NAMES[level]}`,
              text: input.reason,
            },
          ],
          record: { type: 'escalations.level-lowered', why: level },
        };
      },
    });
  }
}

/** Writes down who is asked outside the network, all of it sealed. */
async function nameSpecialist(
  { person }: ChangeInput,
  { work, row, seal }: AllowedChange,
  specialist: NonNullable<RaiseLevelRequest['specialist']>,
): Promise<void> {
  const { who, contact, mayShare, survivorAgreedOn } = specialist;
  refuseIf(survivorAgreedOn > work.now.slice(0, 10), {
    field: 'body.specialist.survivorAgreedOn',
    message: 'This day is still to come',
  });
  const id = work.newId();
  const sealed = (column: string, text: string) =>
    seal('specialist', column, id, text);
  await work.trx.table('specialist').insert({
    id,
    escalation_id: row.id,
    named_by: person.id,
    named_at: work.now,
    survivor_agreed_on: survivorAgreedOn,
    sealed_who: await sealed('sealed_who', who),
    sealed_contact: await sealed('sealed_contact', contact),
    sealed_may_share: await sealed('sealed_may_share', mayShare),
  });
}
