import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { LongText, Section } from '@imsa-hub/ui';
import { ActionButton } from '../actions/CaseActions';

/** What is asked of the Hub, and what was explained to the survivor. */
export function AskedSection({ record }: { record: EscalationRecord }) {
  return (
    <Section title="What is asked of the Hub">
      <div data-item="asked-of-hub">
        <LongText>{record.askedOfHub}</LongText>
        <ActionButton
          action="change-fact"
          item="asked-of-hub"
          label="Change"
          about="what is asked of the Hub"
          variant="tertiary"
        />
      </div>
      <div data-item="options-explained">
        <h3 className="hub-subtitle">Options that were explained</h3>
        <LongText>{record.optionsExplained}</LongText>
        <ActionButton
          action="change-fact"
          item="options-explained"
          label="Change"
          about="options that were explained"
          variant="tertiary"
        />
      </div>
      {record.extra.map(({ label, text }) => (
        <div key={label}>
          <h3 className="hub-subtitle">{label}</h3>
          <LongText>{text}</LongText>
        </div>
      ))}
    </Section>
  );
}
