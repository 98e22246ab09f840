import {
  ESCALATION_ACTIONS,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import { CASE_BODIES } from './caseBodies';

const WORD = 'a word';

/** Whether something is written where this is done to a case. */
function isWritten(action: EscalationAction): boolean {
  const levels = ['hub-manager', 'outside-specialist'] as const;
  return levels.some(level =>
    JSON.stringify(
      CASE_BODIES[action]({
        word: WORD,
        personId: '',
        ownerId: '',
        level,
        areas: ['housing-rights'],
      }),
    ).includes(WORD),
  );
}

/**
 * Sees that words were planted in everything that can be done to a case and
 * written with it, so that an action added later cannot be forgotten.
 *
 * @throws Error that names what was not done
 */
export function refuseForgotten(done: Iterable<string>): void {
  const known = new Set(done);
  const forgotten = ESCALATION_ACTIONS.filter(
    action => isWritten(action) && !known.has(action),
  );
  if (forgotten.length > 0) {
    throw new Error(`No word was planted in: ${forgotten.join(', ')}`);
  }
}
