/**
 * Names of kept answers. All begin with the plugin's id, so that one live
 * "changed" refreshes them all.
 */
export const keys = {
  boardAll: ['escalations', 'board'],
  board: (filters: Readonly<Record<string, string>>) => [
    'escalations',
    'board',
    filters,
  ],
  load: ['escalations', 'load'],
  day: ['escalations', 'day'],
  consentRequests: ['escalations', 'consent-requests'],
  // What one person is writing: no line tells of it, but of what they asked for.
  drafts: ['escalations-drafts'],
  draft: (id: string) => ['escalations-draft', id],
  carryOver: (queryId: string) => ['escalations-carry-over', queryId],
  limits: (request: object) => ['escalations-limits', request],
  search: (request: object) => ['escalations', 'search', request],
  case: (id: string) => ['escalations', 'case', id],
  // Choices hardly change and entries never do: they do not follow the line.
  choices: ['escalations-choices'],
  entries: (id: string, before: string) => ['escalations-entries', id, before],
} as const;
