import { londonDateOf } from '@imsa-hub/core';
import { subjectOf, type EscalationContext } from '../EscalationContext';

const BATCH = 200;

/**
 * Tells once that a task is due today, and once that it is overdue. Several
 * replicas may run it.
 *
 * @returns how many tasks were told of
 */
export async function sweepTasks(
  context: EscalationContext,
  now = new Date().toISOString(),
): Promise<number> {
  const ids: string[] = await dueTasks(context, now)
    .orderBy('task.due_on')
    .limit(BATCH)
    .pluck('task.id');
  let told = 0;
  for (const id of ids) if (await tell(context, { id, now })) told += 1;
  return told;
}

function dueTasks({ hub }: EscalationContext, now: string) {
  const today = londonDateOf(now);
  return hub.database
    .from('task')
    .join('escalation', 'escalation.id', 'task.escalation_id')
    .where({ 'task.state': 'open', 'escalation.open': true })
    .whereNull('task.overdue_told_at')
    .where(due =>
      due
        .where('task.due_on', '<', today)
        .orWhere(first =>
          first.where('task.due_on', today).whereNull('task.due_told_at'),
        ),
    );
}

async function tell(
  context: EscalationContext,
  { id, now }: { id: string; now: string },
): Promise<boolean> {
  const { hub } = context;
  return hub.work.run(hub.systemActor, async work => {
    const [task] = await dueTasks(context, now)
      .transacting(work.trx)
      .select(
        'task.escalation_id',
        work.trx.raw('task.due_on < ?::date as overdue', [londonDateOf(now)]),
      )
      .where('task.id', id)
      .forUpdate('task')
      .skipLocked();
    if (!task) return false;
    // The notice finds the task by this moment.
    await work.trx
      .table('task')
      .where({ id })
      .update(
        task.overdue
          ? { overdue_told_at: work.now }
          : { due_told_at: work.now },
      );
    work.record({
      type: task.overdue ? 'escalations.task-overdue' : 'escalations.task-due',
      subject: subjectOf(task.escalation_id),
    });
    return true;
  });
}
