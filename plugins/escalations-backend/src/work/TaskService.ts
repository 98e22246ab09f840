import {
  type AddTaskRequest,
  type SettleTaskRequest,
} from '@imsa-hub/escalations-common';
import { NotFoundError } from '@backstage/errors';
import { refuseIf } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';

/** Tasks of a case, each with its owner and its day. */
export class TaskService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

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
}
