import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';
import { releasePerson } from '../moves/releasePerson';
import { findLeaversCases, hasLeft } from './findLeaversCases';

const BATCH = 200;

/**
 * Ends the parts of people who cannot go on with a case: who left, sit at no
 * desk any more, or came to work for the organisation that it is about. What
 * they handled or led waits for somebody new. Several replicas may run it.
 *
 * @returns how many cases changed
 */
export async function sweepLeavers(
  context: EscalationContext,
): Promise<number> {
  let changed = 0;
  for (;;) {
    const ids = await findLeaversCases(context, BATCH);
    let settled = 0;
    for (const id of ids) if (await release(context, id)) settled += 1;
    changed += settled;
    if (ids.length < BATCH || settled === 0) return changed;
  }
}

async function release(
  context: EscalationContext,
  id: string,
): Promise<boolean> {
  const { hub, store } = context;
  return hub.work.run(hub.systemActor, async work => {
    const { trx } = work;
    const row: EscalationDbRow | undefined = await trx
      .from('escalation')
      .select(trx.raw(BOARD_COLUMNS))
      .where({ 'escalation.id': id, 'escalation.open': true })
      .forUpdate('escalation')
      .skipLocked()
      .first();
    if (!row) return false;
    const parts: Array<{ person_id: string; part: string }> = await trx
      .from('participant')
      .where({ escalation_id: id })
      .whereNull('until')
      .select('person_id', 'part');
    const { subject_organisation_id, raised_by } = row;
    const leavers = new Set(
      parts
        .filter(part =>
          hasLeft(context, { ...part, subject_organisation_id, raised_by }),
        )
        .map(part => part.person_id),
    );
    if (leavers.size === 0) return false;
    let after = row;
    for (const personId of leavers) {
      const patch = await releasePerson(context, {
        work,
        row: after,
        personId,
      });
      after = { ...after, ...patch };
    }
    const { handler_id, lead_id, next_lead_id, released_at } = after;
    const patch = { handler_id, lead_id, next_lead_id, released_at };
    await store.save({ trx, row, patch });
    const isOwnerless =
      handler_id !== row.handler_id || lead_id !== row.lead_id;
    await store.addEntry({
      trx,
      escalationId: id,
      at: work.now,
      summary: inWords(row, after),
    });
    work.record({
      type: isOwnerless ? 'escalations.released' : 'escalations.part-ended',
      subject: subjectOf(id),
      before: { handler_id: row.handler_id, lead_id: row.lead_id },
      after: patch,
    });
    return true;
  });
}

function inWords(before: EscalationDbRow, after: EscalationDbRow): string {
  const lost = [
    ...(after.handler_id !== before.handler_id
      ? ['nobody handles it at the Hub']
      : []),
    ...(after.lead_id !== before.lead_id ? ['nobody leads it'] : []),
  ];
  return lost.length > 0
    ? `Waits for somebody new: ${lost.join(' and ')} any more`
    : 'Somebody who had a part in it cannot go on';
}
