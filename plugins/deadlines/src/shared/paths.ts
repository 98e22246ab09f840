const PAGES = '/legal-limits';

/** Addresses of the pages of legal limits. */
export const pagePaths = {
  rules: PAGES,
  rule: (id: string) => `${PAGES}/rules/${id}`,
  endRule: (id: string) => `${PAGES}/rules/${id}/end`,
  reviewRule: (id: string) => `${PAGES}/rules/${id}/review`,
  workOut: `${PAGES}/work-out`,
  holidays: `${PAGES}/bank-holidays`,
};

const API = 'plugin://deadlines';

/** Addresses of the routes of legal limits. */
export const apiPaths = {
  rules: `${API}/rules`,
  rule: (id: string) => `${API}/rules/${id}`,
  endRule: (id: string) => `${API}/rules/${id}/end`,
  reviewRule: (id: string) => `${API}/rules/${id}/review`,
  limits: `${API}/limits`,
  holidays: `${API}/holidays`,
};
