import {
  QUERY_STATUS_NAMES,
  TIER_NAMES,
  URGENCY_BAND_NAMES,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import { capital, StatusBadge } from '@imsa-hub/ui';
import { ClockText } from '../queue/ClockText';
import { STATUS_TONES, URGENCY_TONES } from '../words/tones';

/** Where a query stands, how pressing it is, and its clock. */
export function QueryStatusLine({ record }: { record: QueryRecord }) {
  return (
    <>
      <StatusBadge tone={STATUS_TONES[record.status]}>
        {capital(QUERY_STATUS_NAMES[record.status])}
      </StatusBadge>
      <StatusBadge tone={URGENCY_TONES[record.urgency.band]}>
        {URGENCY_BAND_NAMES[record.urgency.band]}
      </StatusBadge>
      {record.highRisk && <StatusBadge tone="negative">High risk</StatusBadge>}
      {record.tier && <StatusBadge>{TIER_NAMES[record.tier]}</StatusBadge>}
      <ClockText clock={record.clock} />
    </>
  );
}
