import type { Nation } from '@imsa-hub/core';
import type { Choice } from '../forms/fieldTypes';
import type { FactLine } from './eventFactsFor';

/** Something that can have happened, from which a limit follows. */
export interface EventLine {
  ruleId: string;
  /** The limit that follows. */
  title: string;
  event: string;
  nations: readonly Nation[];
  /** Further dates to ask for with it. */
  facts?: readonly FactLine[];
}

/** What can happen in a nation, by name, with the limit that follows. */
export function eventChoicesFor(options: {
  events: readonly EventLine[];
  nation: Nation;
}): readonly Choice[] {
  return options.events
    .filter(({ nations }) => nations.includes(options.nation))
    .map(({ ruleId, event, title }) => ({
      value: ruleId,
      label: `${event} (${title.charAt(0).toLowerCase()}${title.slice(1)})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}
