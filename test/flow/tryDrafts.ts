import { ESCALATION_ACTIONS } from '@imsa-hub/escalations-common';
import { PARTS, type FlowCast, type PartName } from './FlowCast';
import type { FlowFindings } from './FlowFindings';
import { send } from './request';
import type { Shelf } from './Shelf';
import { stageDraft } from './stageCase';

/**
 * The first state: a draft is its author's alone, and nothing but raising can be
 * done to it. What is not raised yet is no case, for anybody.
 */
export async function tryDrafts(input: {
  cast: FlowCast;
  shelf: Shelf;
  findings: FlowFindings;
}): Promise<void> {
  const { cast, shelf, findings } = input;
  const draft = await stageDraft(cast);
  // The author comes last: then it is raised, and a draft no more.
  const parts = [...PARTS.filter(part => part !== 'raiser'), 'raiser' as const];
  for (const part of parts) {
    const actions = [...ESCALATION_ACTIONS].sort(one =>
      one === 'submit' ? 1 : -1,
    );
    for (const action of actions) {
      findings.cells += 1;
      const before = await shelf.draft(draft.id);
      const isAllowed = part === 'raiser' && action === 'submit';
      const { status } = await send({
        player: cast.of(part),
        action,
        caseId: draft.id,
        draftId: draft.id,
        version: draft.version,
        facts: {
          word: 'a word',
          personId: cast.spare.id,
          ownerId: cast.spare.id,
          level: 'hub-manager',
          areas: ['housing-rights'],
        },
      });
      if (isAllowed) {
        findings.allowed += 1;
        findings.did(action);
      } else findings.refused += 1;
      const wanted = wantedOf(part, isAllowed);
      const after = await shelf.draft(draft.id);
      const kept = isAllowed ? after === null : after === before;
      if (status === wanted && kept) continue;
      findings.wrong.push(
        `draft: ${action} by ${part} answered ${status}, not ${wanted}; the draft is ${kept ? 'as it has to be' : 'not as it has to be'}`,
      );
    }
  }
}

function wantedOf(part: PartName, isAllowed: boolean): number {
  if (part === 'nobody') return 401;
  return isAllowed ? 200 : 404;
}
