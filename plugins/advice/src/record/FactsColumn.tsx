import { Button } from '@backstage/ui';
import type { QueryAction, QueryRecord } from '@imsa-hub/advice-common';
import { Facts, Section } from '@imsa-hub/ui';
import { UrgencyCell } from '../queue/UrgencyCell';
import { knownFacts } from './knownFacts';
import { LimitsSection } from './LimitsSection';
import { LinkList } from './LinkList';
import { OutcomeList } from './OutcomeList';
import { SafetyAnswersList } from './SafetyAnswersList';

/** What is known, beside the conversation. */
export function FactsColumn(props: {
  record: QueryRecord;
  onChoose(action: QueryAction, item?: string): void;
}) {
  const { record, onChoose } = props;
  return (
    <>
      <LimitsSection record={record} onChoose={onChoose} />
      <Section
        title="Safety"
        actions={
          record.allowedActions.includes('change-safety') && (
            <span data-action="change-safety">
              <Button
                variant="secondary"
                size="medium"
                onPress={() => onChoose('change-safety')}
              >
                Change the answers
              </Button>
            </span>
          )
        }
      >
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
