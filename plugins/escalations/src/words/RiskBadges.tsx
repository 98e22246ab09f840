import { RISK_FLAG_NAMES, type RiskFlag } from '@imsa-hub/escalations-common';
import { StatusBadge } from '@imsa-hub/ui';
import { riskTone } from './tones';

/** Every risk that was flagged, in words; those for today stand first. */
export function RiskBadges(props: { risks: readonly RiskFlag[] }) {
  const first = (risk: RiskFlag) => (riskTone(risk) === 'negative' ? 0 : 1);
  const risks = [...props.risks].sort((a, b) => first(a) - first(b));
  if (risks.length === 0) {
    return <p className="hub-optional">No risk is flagged</p>;
  }
  return (
    <ul className="case-badges" aria-label="Risks">
      {risks.map(risk => (
        <li key={risk}>
          <StatusBadge tone={riskTone(risk)}>
            {RISK_FLAG_NAMES[risk]}
          </StatusBadge>
        </li>
      ))}
    </ul>
  );
}
