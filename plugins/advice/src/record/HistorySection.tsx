import { useMemo, useState } from 'react';
import { Button } from '@backstage/ui';
import type { QueryEntry } from '@imsa-hub/advice-common';
import { Section, Timeline } from '@imsa-hub/ui';
import { CONVERSATION, timelineEntries } from './timelineEntries';

/** The conversation and everything else that happened, newest first. */
export function HistorySection(props: { entries: readonly QueryEntry[] }) {
  const { entries } = props;
  const [isOnlyTalk, setIsOnlyTalk] = useState(false);
  const shown = useMemo(
    () =>
      timelineEntries(
        entries
          .filter(({ kind }) => !isOnlyTalk || CONVERSATION.includes(kind))
          .sort((a, b) => b.at.localeCompare(a.at)),
      ),
    [entries, isOnlyTalk],
  );
  if (entries.length === 0) {
    return (
      <Section title="Conversation and history">
        <p className="hub-optional">
          Nothing yet. Replies, messages and every change are kept here.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="Conversation and history"
      lead="Newest first."
      actions={
        <Button
          variant="tertiary"
          size="medium"
          onPress={() => setIsOnlyTalk(!isOnlyTalk)}
        >
          {isOnlyTalk ? 'Show everything' : 'Show only the conversation'}
        </Button>
      }
    >
      <Timeline label="Conversation and history" entries={shown} />
    </Section>
  );
}
