/** Where the pages of complex cases stand in the console. */
export const CASES_PATH = '/cases';

/** Addresses of the pages. They carry opaque ids and nothing else. */
export const pagePaths = {
  desk: CASES_PATH,
  view: (view: string) => `${CASES_PATH}?view=${view}`,
  raise: `${CASES_PATH}/raise`,
  draft: (id: string) => `${CASES_PATH}/drafts/${id}`,
  draftPage: (id: string, page: string) => `${CASES_PATH}/drafts/${id}/${page}`,
  /** A page whose answer is changed once all are given; saving leads back. */
  changePage: (id: string, page: string, openedBy?: string) =>
    `${CASES_PATH}/drafts/${id}/${page}?change${openedBy ? `=${openedBy}` : ''}`,
  /** What of a query carries over. */
  fromQuery: (queryId: string) => `${CASES_PATH}/raise?query=${queryId}`,
  search: `${CASES_PATH}/search`,
  breakGlass: `${CASES_PATH}/break-glass`,
  retention: (view = 'due') =>
    `${CASES_PATH}/retention${view === 'due' ? '' : `?view=${view}`}`,
  case: (id: string) => `${CASES_PATH}/${id}`,
  document: (id: string, documentId: string) =>
    `${CASES_PATH}/${id}/documents/${documentId}`,
} as const;

const API = 'plugin://escalations';

/** Addresses of the backend's routes. */
export const apiPaths = {
  choices: `${API}/choices`,
  drafts: `${API}/drafts`,
  draft: (id: string) => `${API}/drafts/${id}`,
  draftPage: (id: string) => `${API}/drafts/${id}/page`,
  submit: (id: string) => `${API}/drafts/${id}/submit`,
  askConsentDecision: (id: string) =>
    `${API}/drafts/${id}/ask-consent-decision`,
  consentRequests: `${API}/consent-requests`,
  decideConsent: (id: string) => `${API}/consent-requests/${id}/decide`,
  mend: (caseId: string) => `${API}/cases/${caseId}/mend`,
  carryOver: (queryId: string) => `${API}/queries/${queryId}/carry-over`,
  limits: `${API}/limits`,
  board: `${API}/board`,
  load: `${API}/load`,
  search: `${API}/search`,
  day: `${API}/day`,
  case: (id: string) => `${API}/cases/${id}`,
  /** Entries of its timeline before a place. */
  entries: (id: string, before: string) =>
    `${API}/cases/${id}/entries?${new URLSearchParams({ before })}`,
  /** One thing done to a case: `accept`, `note`, `add-task`, … */
  does: (id: string, verb: string) => `${API}/cases/${id}/${verb}`,
  breakGlass: `${API}/break-glass`,
} as const;
