import type { QueryRecord } from '@imsa-hub/advice-common';
import { Moment, Section, Timeline } from '@imsa-hub/ui';
import { LongText } from './LongText';

/** Who opened it by break-glass, when, and why they said they had to. */
export function OpeningsSection({ record }: { record: QueryRecord }) {
  const openings = record.openings ?? [];
  if (openings.length === 0) return null;
  return (
    <Section
      title="Opened by break-glass"
      lead="By somebody who may not see it because of a conflict, for a time."
    >
      <Timeline
        label="Opened by break-glass"
        entries={openings.map(({ id, at, until, by, reason }) => ({
          id,
          at,
          who: by.name,
          what: (
            <>
              Opened until <Moment at={until} />
            </>
          ),
          body: <LongText>{reason}</LongText>,
        }))}
      />
    </Section>
  );
}
