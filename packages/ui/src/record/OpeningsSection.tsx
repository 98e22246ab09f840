import type { Opening } from '@imsa-hub/core';
import { Section } from '../page/Section';
import { nameOf } from '../words/nameOf';
import { LongText } from './LongText';
import { Marked } from './Marked';
import { Moment } from './Moment';
import { Timeline } from './Timeline';

const TITLE = 'Opened by break-glass';

/** Who opened a record by break-glass, when, and why they said they had to. */
export function OpeningsSection(props: {
  /** Absent where they are not this person's to see. */
  openings: readonly Opening[] | undefined;
}) {
  const { openings = [] } = props;
  if (openings.length === 0) return null;
  return (
    <Section
      title={TITLE}
      lead="By somebody who may not see it because of a conflict, for a time."
    >
      <Timeline
        label={TITLE}
        entries={openings.map(({ id, at, until, by, reason, marked }) => ({
          id,
          at,
          who: nameOf(by),
          what: (
            <>
              Opened until <Moment at={until} />
            </>
          ),
          body: (
            <>
              <LongText>{reason}</LongText>
              <Marked marks={marked} />
            </>
          ),
        }))}
      />
    </Section>
  );
}
