import type { Tier } from '@imsa-hub/advice-common';

/** What each tier means, for the person who chooses it. */
export const TIER_HINTS: Readonly<Record<Tier, string>> = {
  advice: 'A professional who is already involved acts on our advice.',
  'intervention-only': 'We act ourselves, on exactly one issue.',
  'full-advocacy': 'An IMSA stands beside the survivor for all of it.',
  signpost: 'Another service is the right one; we say which and how.',
};
