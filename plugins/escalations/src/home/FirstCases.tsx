import { Link } from '@backstage/ui';
import type { BoardRow } from '@imsa-hub/escalations-common';
import { areaList, DeadlineTag } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { RiskBadges } from '../words/RiskBadges';
import { TargetText } from '../words/TargetText';

/** The most pressing cases for this person, with why. */
export function FirstCases(props: { rows: readonly BoardRow[] }) {
  const { rows } = props;
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="hub-subtitle">Most pressing first</h3>
      <ul className="hub-parts">
        {rows.map(row => (
          <li key={row.id} className="case-lines">
            <Link href={pagePaths.case(row.id)} weight="bold">
              {row.reference}
            </Link>
            <span>
              {areaList(row.areas)}{' '}
              <span className="hub-optional">{row.caseReference}</span>
            </span>
            <RiskBadges risks={row.risks} />
            {row.nextLimit && (
              <DeadlineTag
                date={row.nextLimit.date}
                title={row.nextLimit.title}
              />
            )}
            <TargetText target={row.target} />
          </li>
        ))}
      </ul>
    </div>
  );
}
