import type { MergedQuery, QueryRecord } from '@imsa-hub/advice-common';
import { Link } from '@backstage/ui';
import {
  LimitList,
  LongText,
  Marked,
  Notice,
  Section,
  Timeline,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { timelineEntries } from './timelineEntries';

function MergedHere({ merged }: { merged: MergedQuery }) {
  const { reference, entries, limits, safeContact } = merged;
  return (
    <Section
      title={`Merged into this one: ${reference}`}
      lead={
        <>
          Another asker, who sees nothing of this query.{' '}
          <Link href={pagePaths.query(merged.id)}>Open {reference}</Link> for
          its history, or to take it out again.
        </>
      }
    >
      {merged.waitsForReply && (
        <Notice tone="warning" title="This asker has had no reply yet">
          When you send the reply, choose whether they are sent it too. This
          query can be closed only after that.
        </Notice>
      )}
      <LongText>{merged.question}</LongText>
      <Marked marks={merged.marked} />
      {safeContact && (
        <p>
          <strong>Safe contact:</strong> {safeContact}
        </p>
      )}
      <Marked marks={merged.safeContactMarked} />
      {limits.length > 0 && <LimitList limits={limits} />}
      {entries.length > 0 && (
        <Timeline
          label={`Messages of ${reference}`}
          entries={timelineEntries(entries)}
        />
      )}
    </Section>
  );
}

/** The questions and messages of queries that were merged into this one. */
export function MergedSection({ record }: { record: QueryRecord }) {
  return record.mergedHere?.map(merged => (
    <MergedHere key={merged.id} merged={merged} />
  ));
}
