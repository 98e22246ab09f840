import type { EscalationRecord, Opinion } from '@imsa-hub/escalations-common';
import {
  LongText,
  Marked,
  Moment,
  nameOf,
  Section,
  StatusBadge,
} from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

/** Second opinions: what was asked, and what was answered. */
export function OpinionsSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  if (record.opinions.length === 0 && !isAllowed('ask-opinion')) return null;
  return (
    <Section
      title="Second opinions"
      actions={<ActionButton action="ask-opinion" />}
    >
      {record.opinions.length === 0 && (
        <p className="hub-optional">Nobody was asked.</p>
      )}
      {record.opinions.map(opinion => (
        <div key={opinion.id} className="hub-part" data-item={opinion.id}>
          <p>
            <strong>{nameOf(opinion.askedOf)}</strong>, asked by{' '}
            {nameOf(opinion.askedBy)} on <Moment at={opinion.askedAt} />{' '}
            {opinion.lapsedAt && (
              <StatusBadge>Will not come: the person has left</StatusBadge>
            )}
            {isOpen(opinion) && (
              <StatusBadge tone="warning">Still to come</StatusBadge>
            )}
          </p>
          <LongText>{opinion.question}</LongText>
          {opinion.givenAt && (
            <>
              <h3 className="hub-subtitle">
                Answered on <Moment at={opinion.givenAt} />
              </h3>
              <LongText>{opinion.text ?? ''}</LongText>
            </>
          )}
          <Marked marks={opinion.marked} />
          {opinion.mine && isOpen(opinion) && (
            <ActionButton
              action="give-opinion"
              item={opinion.id}
              variant="primary"
            />
          )}
        </div>
      ))}
    </Section>
  );
}

const isOpen = ({ givenAt, lapsedAt }: Opinion) => !givenAt && !lapsedAt;
