/** Where the pages of the advice line stand in the console. */
export const ADVICE_PATH = '/advice';

/** Addresses of the pages. They carry opaque ids and nothing else. */
export const pagePaths = {
  queue: ADVICE_PATH,
  ask: `${ADVICE_PATH}/ask`,
  logCall: `${ADVICE_PATH}/log-call`,
  templates: `${ADVICE_PATH}/templates`,
  newTemplate: `${ADVICE_PATH}/templates/new`,
  template: (id: string) => `${ADVICE_PATH}/templates/${id}`,
  breakGlass: `${ADVICE_PATH}/break-glass`,
  retention: (view = 'due') =>
    `${ADVICE_PATH}/retention${view === 'due' ? '' : `?view=${view}`}`,
  mails: `${ADVICE_PATH}/mail`,
  mailView: (view: string) => `${ADVICE_PATH}/mail?view=${view}`,
  mail: (id: string) => `${ADVICE_PATH}/mail/${id}`,
  query: (id: string) => `${ADVICE_PATH}/queries/${id}`,
  view: (view: string) => `${ADVICE_PATH}?view=${view}`,
  // Complex cases have pages of their own.
  case: (id: string) => `/cases/${id}`,
  makeCase: (queryId: string) => `/cases/raise?query=${queryId}`,
} as const;

const API = 'plugin://advice';

/** Addresses of the backend's routes. */
export const apiPaths = {
  queue: `${API}/queue`,
  day: `${API}/day`,
  events: `${API}/choices/events`,
  children: `${API}/choices/children`,
  organisations: `${API}/choices/organisations`,
  colleagues: `${API}/choices/colleagues`,
  limitsPreview: `${API}/limits/preview`,
  ask: `${API}/queries`,
  logCall: `${API}/queries/log-call`,
  query: (id: string) => `${API}/queries/${id}`,
  /** One thing done to a query: `claim`, `triage`, `fill-template`, … */
  does: (id: string, verb: string) => `${API}/queries/${id}/${verb}`,
  find: `${API}/queries/find`,
  mails: `${API}/mails`,
  mail: (id: string) => `${API}/mails/${id}`,
  /** One thing done to a mail: `log`, `set-aside`, … */
  doesMail: (id: string, verb: string) => `${API}/mails/${id}/${verb}`,
  mailOfQuery: (id: string) => `${API}/queries/${id}/mail`,
  breakGlass: `${API}/break-glass`,
  templates: `${API}/templates`,
  template: (id: string) => `${API}/templates/${id}`,
  templateVersions: (id: string) => `${API}/templates/${id}/versions`,
  templatePreview: `${API}/templates/preview`,
} as const;
