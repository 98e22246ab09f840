import type { KnowledgeArea } from '@imsa-hub/core';
import type { PersonContext } from './PersonContext';

const IMMIGRATION_AREA: KnowledgeArea = 'immigration-and-asylum';

/** What a person who is held back by the gate is told to do instead. */
export const IMMIGRATION_SIGNPOST =
  'You are not recorded as regulated for immigration advice. Choose “signpost” and say where to go.';

/** Whether something in these knowledge areas is about immigration. */
export const isImmigration = (areas: readonly KnowledgeArea[]): boolean =>
  areas.includes(IMMIGRATION_AREA);

/**
 * Why a person may not give case-specific immigration advice on a record in
 * these knowledge areas: doing so without being regulated is an offence.
 * Nothing where they may. Queries and complex cases ask the same rule.
 */
export function immigrationGate(
  person: Pick<PersonContext, 'regulatedForImmigration'>,
  { areas }: { areas: readonly KnowledgeArea[] },
): string | undefined {
  if (!isImmigration(areas)) return undefined;
  if (person.regulatedForImmigration) return undefined;
  return 'You are not recorded as regulated for immigration advice. You can signpost and refer; advice on this person’s own immigration case has to come from somebody who is regulated.';
}
