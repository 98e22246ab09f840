import type { QueryRecord } from '@imsa-hub/advice-common';
import { Facts, Section } from '@imsa-hub/ui';
import { UrgencyCell } from '../queue/UrgencyCell';
import { knownFacts } from './knownFacts';
import { LimitList } from './LimitList';
import { LinkList } from './LinkList';
import { OutcomeList } from './OutcomeList';
import { SafetyAnswersList } from './SafetyAnswersList';

/** What is known, beside the conversation. */
export function FactsColumn({ record }: { record: QueryRecord }) {
  return (
    <>
      {record.limits.length > 0 && (
        <Section
          title="Legal limits"
          lead="A reminder, not legal advice. Check each before you rely on it."
        >
          <LimitList limits={record.limits} />
        </Section>
      )}
      <Section title="Safety">
        <UrgencyCell urgency={record.urgency} />
        <SafetyAnswersList safety={record.safety} />
      </Section>
      <Section title="What is known">
        <Facts items={knownFacts(record)} />
      </Section>
      {record.outcomes.length > 0 && (
        <Section title="What came of it">
          <OutcomeList record={record} />
        </Section>
      )}
      {record.links.length > 0 && (
        <Section title="Linked queries">
          <LinkList links={record.links} />
        </Section>
      )}
    </>
  );
}
