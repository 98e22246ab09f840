/**
 * Every page of the console by its address, `:name` for one opaque id or word.
 * The server answers with the console here and nowhere else; a test of the app
 * holds the list against the routes that its plugins really draw.
 */
export const APP_PAGES = [
  '/',
  '/about',
  '/advice',
  '/advice/ask',
  '/advice/break-glass',
  '/advice/log-call',
  '/advice/mail',
  '/advice/mail/:mailId',
  '/advice/queries/:queryId',
  '/advice/retention',
  '/advice/templates',
  '/advice/templates/:templateId',
  '/advice/templates/new',
  '/cases',
  '/cases/:caseId',
  '/cases/:caseId/documents/:documentId',
  '/cases/break-glass',
  '/cases/drafts/:draftId',
  '/cases/drafts/:draftId/:page',
  '/cases/drafts/:draftId/check-your-answers',
  '/cases/raise',
  '/cases/retention',
  '/cases/search',
  '/erasures',
  '/held',
  '/legal-limits',
  '/legal-limits/bank-holidays',
  '/legal-limits/rules/:ruleId',
  '/legal-limits/rules/:ruleId/end',
  '/legal-limits/rules/:ruleId/review',
  '/legal-limits/work-out',
  '/network',
  '/network/import',
  '/network/organisations',
  '/network/organisations/:organisationId',
  '/network/people/:personId',
  '/notifications',
] as const;

/** What ids and the names of pages are made of; no dots, no escapes. */
const PART = '[A-Za-z0-9_-]{1,128}';

const PATTERN = new RegExp(
  `^(?:${APP_PAGES.map(page => page.replace(/:\w+/g, PART)).join('|')})$`,
);

/** Whether the console has a page at this path, with or without a last slash. */
export function isAppPage(path: string): boolean {
  return PATTERN.test(path === '/' ? path : path.replace(/\/$/, ''));
}
