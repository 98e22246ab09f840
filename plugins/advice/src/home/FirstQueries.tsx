import { Link } from '@backstage/ui';
import { URGENCY_BAND_NAMES, type QueueRow } from '@imsa-hub/advice-common';
import { areaList, StatusBadge } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { ClockText } from '../queue/ClockText';
import { URGENCY_TONES } from '../words/tones';

/** The most pressing queries for this person, with why. */
export function FirstQueries(props: { rows: readonly QueueRow[] }) {
  const { rows } = props;
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="advice-subtitle">Most pressing first</h3>
      <ul className="advice-first">
        {rows.map(row => (
          <li key={row.id}>
            <p className="hub-row">
              <Link href={pagePaths.query(row.id)} weight="bold">
                {row.reference}
              </Link>
              <StatusBadge tone={URGENCY_TONES[row.urgency.band]}>
                {URGENCY_BAND_NAMES[row.urgency.band]}
              </StatusBadge>
            </p>
            <p>{areaList(row.areas)}</p>
            <p className="hub-optional">
              {row.urgency.reasons.map(({ text }) => text).join(' · ')}
            </p>
            <ClockText clock={row.clock} />
          </li>
        ))}
      </ul>
    </div>
  );
}
