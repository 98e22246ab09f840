import {
  LEGAL_REQUEST_KIND_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import {
  DeadlineTag,
  LongText,
  Marked,
  Moment,
  Section,
  StatusBadge,
} from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

type LegalRequest = EscalationRecord['legalRequests'][number];

function RequestLine({ request }: { request: LegalRequest }) {
  const { id, kind, from, received, due, answered, struck, marked } = request;
  const name = LEGAL_REQUEST_KIND_NAMES[kind];
  const said = (
    <>
      <strong>{name}</strong> from {from}
    </>
  );
  return (
    <li data-item={`request-${id}`}>
      <div className="case-lines">
        {struck ? <s>{said}</s> : <span>{said}</span>}
        <Marked marks={marked} />
        <span className="hub-optional">
          Received on <Moment at={received} />
        </span>
        {due && !answered && !struck && (
          <DeadlineTag date={due} title="To be answered" />
        )}
        {answered && (
          <>
            <span className="hub-optional">
              Answered on <Moment at={answered.on} />
            </span>
            <LongText>{answered.text}</LongText>
          </>
        )}
      </div>
      <div className="hub-row">
        {struck && <StatusBadge tone="neutral">Struck out</StatusBadge>}
        {answered && <StatusBadge tone="positive">Answered</StatusBadge>}
        {!struck && !answered && (
          <ActionButton
            action="answer-request"
            item={id}
            about={`${name} from ${from}`}
            variant="tertiary"
          />
        )}
      </div>
    </li>
  );
}

/** What courts and other bodies want of the IMSA, and what was done about it. */
export function LegalRequestsSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  const { legalRequests } = record;
  if (legalRequests.length === 0 && !isAllowed('add-request')) return null;
  return (
    <Section
      title="Summons and disclosure requests"
      actions={<ActionButton action="add-request" />}
    >
      {legalRequests.length === 0 ? (
        <p className="hub-optional">None is recorded.</p>
      ) : (
        <ul className="hub-lines">
          {legalRequests.map(request => (
            <RequestLine
              key={`${request.id} ${request.received} ${request.from}`}
              request={request}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
