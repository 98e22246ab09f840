import {
  LEGAL_REQUEST_KIND_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { DeadlineTag, Marked, Moment, Section } from '@imsa-hub/ui';

/** What courts and other bodies want of the IMSA. */
export function LegalRequestsSection({ record }: { record: EscalationRecord }) {
  if (record.legalRequests.length === 0) return null;
  return (
    <Section title="Summons and disclosure requests">
      <ul className="hub-lines">
        {record.legalRequests.map(request => (
          <li key={`${request.kind} ${request.received} ${request.from}`}>
            <div className="case-lines">
              <span>
                <strong>{LEGAL_REQUEST_KIND_NAMES[request.kind]}</strong> from{' '}
                {request.from}
              </span>
              <Marked marks={request.marked} />
              <span className="hub-optional">
                Received on <Moment at={request.received} />
              </span>
              {request.due && (
                <DeadlineTag date={request.due} title="To be answered" />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
