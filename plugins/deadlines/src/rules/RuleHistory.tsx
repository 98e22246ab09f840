import { CHANGE_NAMES, type RuleRecord } from '@imsa-hub/deadlines-common';
import { Section, Timeline } from '@imsa-hub/ui';

/** Who decided what about a rule, and why; nothing is ever overwritten. */
export function RuleHistory({ record }: { record: RuleRecord }) {
  return (
    <Section title="What the Hub decided">
      {record.history.length === 0 ? (
        <p>Nothing yet: it stands as it came with the Hub.</p>
      ) : (
        <Timeline
          label="What the Hub decided"
          entries={record.history.map(({ id, at, by, change, reason }) => ({
            id,
            at,
            who: by,
            what: CHANGE_NAMES[change],
            body: reason,
          }))}
        />
      )}
    </Section>
  );
}
