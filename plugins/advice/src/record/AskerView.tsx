import { useState } from 'react';
import { Button } from '@backstage/ui';
import { QUERY_STATUS_NAMES, type QueryRecord } from '@imsa-hub/advice-common';
import {
  capital,
  DestroyedNotice,
  Facts,
  LimitList,
  LongText,
  Notice,
  PageBody,
  RetentionSection,
  Section,
  StatusBadge,
  Timeline,
} from '@imsa-hub/ui';
import { FollowUpForm } from '../actions/FollowUpForm';
import { SecondOpinionForm } from '../actions/SecondOpinionForm';
import { pagePaths } from '../api/paths';
import { ClockText } from '../queue/ClockText';
import { STATUS_TONES } from '../words/tones';
import { KEPT_QUERIES } from '../retention/keptQueries';
import { askerEntries } from './askerEntries';
import { FeedbackSection } from './FeedbackSection';
import { knownFacts } from './knownFacts';
import { useMarkReplyRead } from './useMarkReplyRead';

/** A query as the one who asked sees it. */
export function AskerView({ record }: { record: QueryRecord }) {
  const [open, setOpen] = useState<'follow-up' | 'second-opinion' | null>(null);
  const may = (action: QueryRecord['allowedActions'][number]) =>
    record.allowedActions.includes(action);
  const close = () => setOpen(null);
  useMarkReplyRead(record.id);

  return (
    <PageBody
      title={record.reference}
      eyebrow="Your question"
      back={{ href: pagePaths.view('asked'), label: 'What I asked' }}
      width="reading"
      status={
        <>
          <StatusBadge tone={STATUS_TONES[record.status]}>
            {record.status === 'merged'
              ? 'Answered together with another question'
              : capital(QUERY_STATUS_NAMES[record.status])}
          </StatusBadge>
          <ClockText clock={record.clock} />
        </>
      }
    >
      {record.retention.destroyed && <DestroyedNotice noun="query" />}
      {record.status === 'merged' && (
        <Notice title="Your question is answered together with another one">
          It is about the same thing. Replies to you come here, and what you
          write here is read with it. Whoever asked the other question sees
          nothing of yours.
        </Notice>
      )}
      <Section
        title="Question and replies"
        actions={
          <>
            {may('follow-up') && (
              <Button
                variant="primary"
                size="medium"
                onPress={() => setOpen('follow-up')}
              >
                Write back
              </Button>
            )}
            {may('second-opinion') && (
              <Button
                variant="secondary"
                size="medium"
                onPress={() => setOpen('second-opinion')}
              >
                Ask for a second opinion
              </Button>
            )}
          </>
        }
      >
        <LongText>{record.question}</LongText>
        <Timeline
          label="Question and replies"
          entries={askerEntries(record.entries)}
        />
      </Section>
      {open === 'follow-up' && <FollowUpForm record={record} onClose={close} />}
      {open === 'second-opinion' && (
        <SecondOpinionForm record={record} onClose={close} />
      )}
      <FeedbackSection record={record} />
      {record.limits.length > 0 && (
        <Section
          title="Legal limits"
          lead="A reminder, not legal advice. Check each before you rely on it."
        >
          <LimitList limits={record.limits} />
        </Section>
      )}
      <Section title="Details">
        <Facts items={knownFacts(record)} />
      </Section>
      <RetentionSection kind={KEPT_QUERIES} retention={record.retention} />
    </PageBody>
  );
}
