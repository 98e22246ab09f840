import type { QueryRecord } from '@imsa-hub/advice-common';
import { Moment, Section } from '@imsa-hub/ui';
import { LongText } from './LongText';

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
      {record.marked.length > 0 && (
        <p className="hub-optional">
          Could identify somebody:{' '}
          {record.marked
            .map(({ label, count }) =>
              count > 1 ? `${label} (${count})` : label,
            )
            .join(', ')}
          . Do not copy it elsewhere.
        </p>
      )}
    </Section>
  );
}
