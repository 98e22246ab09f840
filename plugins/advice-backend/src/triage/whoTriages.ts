import { adviceTriagePermission } from '@imsa-hub/advice-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { SightFacts } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';

// Whose work it is, and who steps in where they may not know of it.
const LADDER = ['advice-coordinator', 'hub-manager', 'senior-imsa'] as const;

/**
 * Who sets the tier of a query and gives it to somebody: the coordinators; where
 * none of them may work on it, the Hub Manager; and where it is about the Hub
 * itself, the senior IMSAs of other organisations, so that no question waits for
 * people who may not know of it.
 */
export function whoTriages(
  { hub, sight }: Pick<AdviceContext, 'hub' | 'sight'>,
  row: SightFacts,
): readonly PersonContext[] {
  for (const role of LADDER) {
    const may = hub.people
      .withRole(role)
      .filter(
        person => person.id !== row.raised_by && sight.mayWorkOn(person, row),
      );
    if (may.length > 0) return may;
  }
  return [];
}

/** Whether somebody triages, by their role or by standing in for those who do. */
export function triages(
  context: Pick<AdviceContext, 'hub' | 'sight'>,
  person: PersonContext,
  row: SightFacts,
): boolean {
  return (
    context.hub.permissions.may(person, adviceTriagePermission) ||
    whoTriages(context, row).some(({ id }) => id === person.id)
  );
}
