import {
  adviceAnswerPermission,
  adviceAskPermission,
  adviceBreakGlassPermission,
  adviceLogCallPermission,
  adviceRetentionPermission,
  adviceTemplatesPermission,
  adviceUsePermission,
} from '@imsa-hub/advice-common';
import type { SearchPlace } from '@imsa-hub/search-node';

/** The advice line's places that the search box leads to. */
export const ADVICE_PLACES: readonly SearchPlace[] = [
  {
    title: 'Advice line',
    detail: 'The queue, or what you asked',
    alsoCalled: 'queue queries triage waiting',
    path: '/advice',
    door: adviceUsePermission,
  },
  {
    title: 'Ask the Hub',
    detail: 'Ask a question',
    alsoCalled: 'question advice new query',
    path: '/advice/ask',
    door: adviceAskPermission,
  },
  {
    title: 'Log a call',
    detail: 'For somebody who rang',
    alsoCalled: 'phone telephone caller',
    path: '/advice/log-call',
    door: adviceLogCallPermission,
  },
  {
    title: 'My queries',
    detail: 'What you have in hand',
    alsoCalled: 'mine assigned',
    path: '/advice?view=mine',
    door: adviceAnswerPermission,
  },
  {
    title: 'Templates',
    detail: 'Texts from which replies are begun',
    alsoCalled: 'replies wording',
    path: '/advice/templates',
    door: adviceAnswerPermission,
  },
  {
    title: 'New template',
    detail: 'Write a template of a reply',
    alsoCalled: 'add',
    path: '/advice/templates/new',
    door: adviceTemplatesPermission,
  },
  {
    title: 'How long queries are kept',
    detail: 'Closed queries near the end of their retention, or on hold',
    alsoCalled: 'retention review hold destroy delete',
    path: '/advice/retention',
    door: adviceRetentionPermission,
  },
  {
    title: 'Open a query you are held back from',
    detail: 'One that you are held back from, with a reason',
    alsoCalled: 'break glass conflict',
    path: '/advice/break-glass',
    door: adviceBreakGlassPermission,
  },
];
