import type { EscalationRecord, Spend } from '@imsa-hub/escalations-common';
import {
  LongText,
  Marked,
  Moment,
  nameOf,
  Section,
  StatusBadge,
  useMe,
  type Tone,
} from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';
import { writtenMoney } from '../words/money';

const STATES: Readonly<Record<Spend['state'], { words: string; tone: Tone }>> =
  {
    proposed: { words: 'Waits for a decision', tone: 'warning' },
    approved: { words: 'Approved', tone: 'positive' },
    refused: { words: 'Refused', tone: 'negative' },
  };

/** Last-resort spends, with what was tried before and who decided. */
export function SpendsSection({ record }: { record: EscalationRecord }) {
  const { person } = useMe();
  const isAllowed = useIsAllowed();
  if (record.spends.length === 0 && !isAllowed('propose-spend')) return null;
  return (
    <Section
      title="Last-resort spends"
      actions={<ActionButton action="propose-spend" />}
    >
      {record.spends.length === 0 && (
        <p className="hub-optional">None was asked for.</p>
      )}
      {record.spends.map(spend => (
        <div key={spend.id} className="hub-part" data-item={spend.id}>
          <p>
            <strong>{writtenMoney(spend.amount)}</strong> for {spend.purpose}{' '}
            <StatusBadge tone={STATES[spend.state].tone}>
              {STATES[spend.state].words}
            </StatusBadge>
          </p>
          <p className="hub-optional">
            Asked for by {nameOf(spend.proposedBy)} on{' '}
            <Moment at={spend.proposedAt} />
          </p>
          <h3 className="hub-subtitle">What was tried before</h3>
          <LongText>{spend.alternativesTried}</LongText>
          {spend.decidedBy && spend.decidedAt && (
            <>
              <p className="hub-optional">
                Decided by {nameOf(spend.decidedBy)} on{' '}
                <Moment at={spend.decidedAt} />
              </p>
              <LongText>{spend.reason ?? ''}</LongText>
            </>
          )}
          <Marked marks={spend.marked} />
          {spend.state === 'proposed' && spend.proposedBy.id !== person.id && (
            <ActionButton
              action="decide-spend"
              item={spend.id}
              about={spend.purpose}
            />
          )}
        </div>
      ))}
    </Section>
  );
}
