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
    detail: 'The board, or what you raised',
    alsoCalled: 'escalations desk board',
    path: '/cases',
    door: escalationsUsePermission,
  },
  {
    title: 'Raise a complex case',
    detail: 'Bring a case to the Hub',
    alsoCalled: 'escalate escalation new',
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
    title: 'Open a closed-off case',
    detail: 'One that you are held back from, with a reason',
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
