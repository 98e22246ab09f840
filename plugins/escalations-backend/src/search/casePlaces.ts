import {
  escalationsBreakGlassPermission,
  escalationsRaisePermission,
  escalationsRetentionPermission,
  escalationsUsePermission,
} from '@imsa-hub/escalations-common';
import type { SearchPlace } from '@imsa-hub/search-node';

/** Places of complex cases that the search box leads to. */
export const CASE_PLACES: readonly SearchPlace[] = [
  {
    title: 'Complex cases',
    detail: 'The board, or what you brought',
    alsoCalled: 'escalations desk board',
    path: '/cases',
    door: escalationsUsePermission,
  },
  {
    title: 'Bring a complex case to the Hub',
    detail: 'Short pages, saved as you go',
    alsoCalled: 'raise escalate escalation new',
    path: '/cases/raise',
    door: escalationsRaisePermission,
  },
  {
    title: 'Find a case',
    detail: 'By reference, area, risk, person or date',
    alsoCalled: 'search escalations',
    path: '/cases/search',
    door: escalationsUsePermission,
  },
  {
    title: 'Open a case you are held back from',
    detail: 'For an hour, with a reason',
    alsoCalled: 'break glass conflict',
    path: '/cases/break-glass',
    door: escalationsBreakGlassPermission,
  },
  {
    title: 'How long cases are kept',
    detail: 'What ends soon, what is on hold, what is to be destroyed',
    alsoCalled: 'retention review hold destroy delete',
    path: '/cases/retention',
    door: escalationsRetentionPermission,
  },
];
