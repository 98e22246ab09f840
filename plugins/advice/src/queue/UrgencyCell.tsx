import { URGENCY_BAND_NAMES, type Urgency } from '@imsa-hub/advice-common';
import { StatusBadge } from '@imsa-hub/ui';
import { URGENCY_TONES } from '../words/tones';

/** How pressing a query is, in a word, with every reason for it. */
export function UrgencyCell(props: { urgency: Urgency }) {
  const { band, reasons } = props.urgency;
  return (
    <div className="advice-urgency">
      <StatusBadge tone={URGENCY_TONES[band]}>
        {URGENCY_BAND_NAMES[band]}
      </StatusBadge>
      {reasons.length > 0 && (
        <ul className="advice-reasons">
          {reasons.map(reason => (
            <li key={reason.code}>{reason.text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
