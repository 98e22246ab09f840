import type { QueryStatus, UrgencyBand } from '@imsa-hub/advice-common';
import type { Tone } from '@imsa-hub/ui';

/** The colour that repeats how pressing a query is. */
export const URGENCY_TONES: Readonly<Record<UrgencyBand, Tone>> = {
  today: 'negative',
  soon: 'warning',
  ordinary: 'neutral',
};

/** The colour that repeats where a query stands. */
export const STATUS_TONES: Readonly<Record<QueryStatus, Tone>> = {
  received: 'warning',
  triaged: 'warning',
  'in-hand': 'information',
  'with-second-reader': 'information',
  answered: 'positive',
  'waiting-on-asker': 'neutral',
  closed: 'neutral',
  merged: 'neutral',
};
