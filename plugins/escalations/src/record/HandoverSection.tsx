import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Moment, nameOf, Section } from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

/** A handover from one lead IMSA to the next, and how far it is. */
export function HandoverSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  const { handover, lead } = record;
  if (!handover && !isAllowed('offer-handover')) return null;
  return (
    <Section title="Lead IMSA">
      <p>{lead ? nameOf(lead) : 'Nobody leads it now; the desk holds it'}</p>
      {handover && (
        <p>
          {nameOf(handover.from)} asked {nameOf(handover.to)} to take over on{' '}
          <Moment at={handover.offeredAt} />.{' '}
          {handover.acceptedAt ? (
            <>
              They agreed on <Moment at={handover.acceptedAt} />. It is complete
              once the survivor has agreed.
            </>
          ) : (
            'They have not agreed yet.'
          )}
        </p>
      )}
      <div className="hub-row">
        <ActionButton action="accept-handover" variant="primary" />
        <ActionButton action="complete-handover" />
        <ActionButton action="cancel-handover" variant="tertiary" />
        <ActionButton action="offer-handover" />
      </div>
    </Section>
  );
}
