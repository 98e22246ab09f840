import {
  PRESSING_RISKS,
  type BoardRow,
  type EscalationStatus,
  type RiskFlag,
} from '@imsa-hub/escalations-common';
import type { Tone } from '@imsa-hub/ui';

/** The colour that repeats where a case stands. */
export const STATUS_TONES: Readonly<Record<EscalationStatus, Tone>> = {
  draft: 'neutral',
  raised: 'warning',
  returned: 'warning',
  accepted: 'information',
  'in-progress': 'information',
  waiting: 'neutral',
  resolved: 'positive',
  closed: 'neutral',
  withdrawn: 'neutral',
};

/** The colour that repeats whether a risk asks for action on the day. */
export function riskTone(risk: RiskFlag): Tone {
  return PRESSING_RISKS.has(risk) ? 'negative' : 'warning';
}

/** The colour that repeats how the target of a state stands. */
export const TARGET_TONES: Readonly<Record<BoardRow['target']['state'], Tone>> =
  {
    'on-time': 'neutral',
    close: 'warning',
    late: 'negative',
    none: 'neutral',
  };
