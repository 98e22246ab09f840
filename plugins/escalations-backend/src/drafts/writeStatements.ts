import type { CoreAnswers, Statement } from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import type { CaseParts } from './writeCaseLists';

/**
 * A new version of each statement that says something new. What the draft did
 * not change is no new version: something newer may be on record since.
 */
export async function writeStatements(parts: CaseParts): Promise<void> {
  const { context, work, escalationId, personId, core, basis, seal } = parts;
  for (const [kind, field] of SAID_IN) {
    const text = core[field];
    if (!text || text === basis[field]) continue;
    const newest = await work.trx
      .table('statement')
      .where({ escalation_id: escalationId, kind })
      .orderBy('version', 'desc')
      .first('version', 'sealed_text');
    const row = (version: number) => `${escalationId}.${kind}.${version}`;
    if (newest) {
      const before = await context.hub.sealing.unseal({
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

const SAID_IN = [
  ['choice', 'choice'],
  ['justice', 'justice'],
  ['safety-plan', 'safetyPlan'],
] as const satisfies ReadonlyArray<
  readonly [Statement['kind'], keyof CoreAnswers]
>;
