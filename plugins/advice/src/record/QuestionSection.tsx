import type { QueryRecord } from '@imsa-hub/advice-common';
import { LongText, Marked, Moment, Section } from '@imsa-hub/ui';

/** The question as it was asked, and what in it could identify somebody. */
export function QuestionSection({ record }: { record: QueryRecord }) {
  return (
    <Section
      title="The question"
      lead={
        <>
          Received <Moment at={record.receivedAt} />
        </>
      }
    >
      <LongText>{record.question}</LongText>
      <Marked marks={record.marked} />
    </Section>
  );
}
