import type { EventChoiceSchema } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import type { Choice } from '@imsa-hub/ui';
import type { z } from 'zod';

type EventChoice = z.infer<typeof EventChoiceSchema>;

/** What can happen in a nation, by name, with the limit that follows. */
export function eventChoicesFor(options: {
  events: readonly EventChoice[];
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
