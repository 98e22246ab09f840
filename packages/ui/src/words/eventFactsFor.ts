import type { Nation } from '@imsa-hub/core';

/** A further date that changes a limit, and in which nations it does. */
export interface FactLine {
  id: string;
  question: string;
  nations: readonly Nation[];
}

/** The further dates to ask for with what happened in a nation. */
export function eventFactsFor(options: {
  events: ReadonlyArray<{ ruleId: string; facts?: readonly FactLine[] }>;
  nation: Nation;
  ruleId: unknown;
}): readonly FactLine[] {
  const { events, nation, ruleId } = options;
  const chosen = events.find(event => event.ruleId === ruleId);
  return (chosen?.facts ?? []).filter(({ nations }) =>
    nations.includes(nation),
  );
}
