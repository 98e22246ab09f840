const NETWORK = '/network';

/** Addresses of the register's pages. */
export const pagePaths = {
  people: NETWORK,
  person: (id: string) => `${NETWORK}/people/${id}`,
  organisations: `${NETWORK}/organisations`,
  organisation: (id: string) => `${NETWORK}/organisations/${id}`,
  import: `${NETWORK}/import`,
  erasures: '/erasures',
  heldAboutMe: '/held',
};

const API = 'plugin://network';

/** Addresses of the register's routes. */
export const apiPaths = {
  searchPeople: `${API}/people/search`,
  person: (id: string) => `${API}/people/${id}`,
  endRole: (options: { personId: string; grantId: string }) =>
    `${API}/people/${options.personId}/roles/${options.grantId}/end`,
  endEmployment: (options: { personId: string; employmentId: string }) =>
    `${API}/people/${options.personId}/employments/${options.employmentId}/end`,
  endSessions: (id: string) => `${API}/people/${id}/sessions/end`,
  organisations: `${API}/organisations`,
  organisation: (id: string) => `${API}/organisations/${id}`,
  dryRun: `${API}/imports/dry-run`,
  imports: `${API}/imports`,
  heldAboutMe: `${API}/held-about-me`,
  subjectAccess: (id: string) => `${API}/people/${id}/subject-access`,
  hold: (id: string) => `${API}/people/${id}/hold`,
  liftHold: (id: string) => `${API}/people/${id}/hold/lift`,
  askErasure: (id: string) => `${API}/people/${id}/erasure`,
  erasures: `${API}/erasures`,
  decideErasure: (options: { erasureId: string; action: string }) =>
    `${API}/erasures/${options.erasureId}/${options.action}`,
};
