/** What each notice says. No content, and nothing that tells which case. */
export const PHRASES = {
  'escalations.raised': 'A complex case is waiting to be accepted',
  'escalations.returned': 'A complex case came back with something to mend',
  'escalations.given': 'A complex case was given to you',
  'escalations.moved': 'A complex case you have a part in has moved on',
  'escalations.opinion-asked': 'You were asked for a second opinion',
  'escalations.opinion-given': 'A second opinion you asked for is there',
  'escalations.handover-offered': 'You were asked to take over a complex case',
  'escalations.handover-moved': 'A handover you have a part in has moved on',
  'escalations.spend-asked': 'A last-resort spend is waiting for a decision',
  'escalations.spend-decided': 'There is a decision on a spend you asked for',
  'escalations.consent-to-decide':
    'A request to bring a complex case waits for a decision',
  'escalations.consent-decided':
    'There is a decision on bringing a complex case',
  'escalations.task-given': 'You were given a task in a complex case',
  'escalations.task-due': 'A task of yours is due today',
  'escalations.task-overdue': 'A task in a complex case is overdue',
  'escalations.limit-near': 'A legal limit of a complex case is near',
  'escalations.limits': 'The legal limits of a case were worked out again',
  'escalations.request-added':
    'A court or another body asked for something in a complex case',
  'escalations.target-close': 'A complex case is close to its target',
  'escalations.late': 'A complex case is past its target',
  'escalations.wait-over': 'The day that a complex case waited for has come',
  'escalations.needs-somebody': 'A complex case needs somebody new',
  'escalations.glass-broken':
    'A complex case you have a part in was opened by break-glass',
  'escalations.retention-ended':
    'The retention of a closed case has ended; look at it before it is destroyed',
  'escalations.destruction-asked':
    'Somebody asked that a closed case is destroyed before its time',
} as const;

export type NoticeKind = keyof typeof PHRASES;
