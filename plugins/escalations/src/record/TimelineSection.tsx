import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Notice, Section, Timeline } from '@imsa-hub/ui';
import { ActionButton } from '../actions/CaseActions';
import { isWritten } from './entryTitle';
import { timelineEntries } from './timelineEntries';
import { useTimeline } from './useTimeline';

/** Everything that happened, newest first. It is only ever added to. */
export function TimelineSection({ record }: { record: EscalationRecord }) {
  const [isOnlyWords, setIsOnlyWords] = useState(false);
  const timeline = useTimeline(record);
  const shown = timeline.entries.filter(
    entry => !isOnlyWords || isWritten(entry),
  );
  return (
    <Section
      title="Timeline"
      lead="Newest first."
      actions={
        <>
          <ActionButton action="note" />
          <Button
            variant="tertiary"
            size="medium"
            onPress={() => setIsOnlyWords(!isOnlyWords)}
          >
            {isOnlyWords ? 'Show everything' : 'Show only what people wrote'}
          </Button>
        </>
      }
    >
      {isOnlyWords && (
        <p className="hub-print-only">Only what people wrote is printed.</p>
      )}
      {shown.length === 0 ? (
        <p className="hub-optional">
          Nothing yet. Notes, advice, calls, decisions and every change are kept
          here.
        </p>
      ) : (
        <Timeline label="Timeline" entries={timelineEntries(shown)} />
      )}
      {timeline.error && (
        <Notice tone="negative" title="Older entries did not arrive" announce>
          {timeline.error.detail}
        </Notice>
      )}
      {timeline.hasOlder && (
        <>
          <div className="hub-row">
            <Button
              variant="secondary"
              size="medium"
              isPending={timeline.isLoadingOlder}
              onPress={timeline.loadOlder}
            >
              Show older entries
            </Button>
          </div>
          <p className="hub-print-only">
            Older entries are not printed: they were not opened.
          </p>
        </>
      )}
    </Section>
  );
}
