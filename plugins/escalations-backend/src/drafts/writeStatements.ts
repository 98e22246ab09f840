import type { CoreAnswers, Statement } from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import type { Sealing } from '@imsa-hub/core-node';
import type { CaseParts } from './writeCaseLists';

/** A new version of each statement that says something new. */
export async function writeStatements(
  parts: CaseParts & { sealing: Sealing },
): Promise<void> {
  const { work, escalationId, personId, core, seal } = parts;
  for (const [kind, text] of saidIn(core)) {
    if (!text) continue;
    const newest = await work.trx
      .table('statement')
      .where({ escalation_id: escalationId, kind })
      .orderBy('version', 'desc')
      .first('version', 'sealed_text');
    const row = (version: number) => `${escalationId}.${kind}.${version}`;
    if (newest) {
      const before = await parts.sealing.unseal({
        trx: work.trx,
        caseId: escalationId,
        table: 'statement',
        column: 'sealed_text',
        row: row(newest.version),
        sealed: newest.sealed_text,
      });
      if (before === text) continue;
    }
    const version = (newest?.version ?? 0) + 1;
    await work.trx.table('statement').insert({
      escalation_id: escalationId,
      kind,
      version,
      said_on: londonDateOf(work.now),
      recorded_by: personId,
      recorded_at: work.now,
      sealed_text: await seal('statement', 'sealed_text', row(version), text),
    });
  }
}

const saidIn = (
  core: CoreAnswers,
): ReadonlyArray<readonly [Statement['kind'], string]> => [
  ['choice', core.choice],
  ['justice', core.justice],
  ['safety-plan', core.safetyPlan],
];
