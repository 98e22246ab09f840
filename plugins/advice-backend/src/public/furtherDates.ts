import type { EventChoice } from './PublicAdvice';

/** A further date as the form asks for it. */
export interface FurtherDate {
  /** The name of its field, and under which it stands among the dates. */
  name: string;
  /** Id of the fact. */
  id: string;
  question: string;
}

// An id has no two hyphens side by side.
const nameOf = (ruleId: string, id: string) => `${ruleId}--${id}`;

/** The further dates that an event asks for; each may be left out. */
export const furtherDates = ({ ruleId, facts = [] }: EventChoice) =>
  facts.map<FurtherDate>(({ id, question }) => ({
    name: nameOf(ruleId, id),
    id,
    question,
  }));

/** Those of an event among the answers; nothing where none is given. */
export function factsIn(
  dates: Readonly<Record<string, string>>,
  ruleId: string,
): { facts?: Readonly<Record<string, string>> } {
  const start = nameOf(ruleId, '');
  const facts = Object.entries(dates).flatMap(([name, date]) =>
    name.startsWith(start) ? [[name.slice(start.length), date] as const] : [],
  );
  return facts.length > 0 ? { facts: Object.fromEntries(facts) } : {};
}
