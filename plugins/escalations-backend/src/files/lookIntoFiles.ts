import { DestroyedContentError, type FileScanner } from '@imsa-hub/core-node';
import type { Verdict } from '@imsa-hub/core-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import { openFile } from './FileReading';

/** What looking into files stands on. */
export interface Looking {
  context: EscalationContext;
  scanner: FileScanner;
}

/** Files that one sweep looks into; the next one goes on. */
const BATCH = 20;

/**
 * Has the scanner look into what waits in quarantine, longest waiting first.
 * What cannot be looked into stays where it is and comes last the next time.
 *
 * @returns how many were decided
 */
export async function lookIntoFiles(looking: Looking): Promise<number> {
  const ids: string[] = await looking.context.hub.database
    .from('file')
    .where({ state: 'quarantine' })
    .orderByRaw('looked_at asc nulls first, at')
    .limit(BATCH)
    .pluck('id');
  let decided = 0;
  for (const fileId of ids) {
    if (await lookIntoFile({ ...looking, fileId })) decided += 1;
  }
  return decided;
}

/**
 * Has the scanner look into one file. Two replicas may look at the same one;
 * the first to say so decides.
 *
 * @returns whether it was decided; a scanner that does not answer decides nothing
 */
export async function lookIntoFile(
  input: Looking & { fileId: string },
): Promise<boolean> {
  const { context, scanner, fileId } = input;
  const { database, logger } = context.hub;
  const file = await database
    .from('file')
    .where({ id: fileId, state: 'quarantine' })
    .first('id', 'escalation_id');
  if (!file) return false;
  try {
    const bytes = await openFile({ context, knex: database, file });
    await decide({ context, file, verdict: await scanner.scan(bytes) });
    return true;
  } catch (error) {
    if (error instanceof DestroyedContentError) {
      // The case was destroyed while it waited: there is nothing left of it.
      await decide({
        context,
        file,
        verdict: { result: 'refused', found: 'destroyed-with-the-case' },
      });
      return true;
    }
    await database
      .table('file')
      .where({ id: fileId })
      .update({ looked_at: new Date() });
    logger.warn('A file could not be looked into and stays in quarantine', {
      errorName: (error as Error).name,
      code: String((error as { code?: unknown }).code ?? ''),
    });
    return false;
  }
}

async function decide(input: {
  context: EscalationContext;
  file: { id: string; escalation_id: string };
  verdict: Verdict;
}): Promise<void> {
  const { context, file, verdict } = input;
  const { work, systemActor } = context.hub;
  const isRefused = verdict.result === 'refused';
  await work.run(systemActor, async ({ trx, now, newId, record }) => {
    const changed = await trx
      .table('file')
      .where({ id: file.id, state: 'quarantine' })
      .update({
        state: isRefused ? 'refused' : 'clean',
        looked_at: now,
        ...(isRefused ? { sealed_content: null } : {}),
      });
    if (changed === 0) return;
    if (isRefused) {
      await trx.table('entry').insert({
        id: newId(),
        escalation_id: file.escalation_id,
        at: now,
        kind: 'file',
        by_id: null,
        summary: `A file was destroyed: something harmful was found in it (${verdict.found})`,
      });
    }
    record({
      type: isRefused ? 'escalations.file-refused' : 'escalations.file-cleared',
      subject: subjectOf(file.escalation_id),
      why: isRefused ? verdict.found : undefined,
    });
  });
}
