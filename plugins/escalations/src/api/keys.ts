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
  search: (request: object) => ['escalations', 'search', request],
  case: (id: string) => ['escalations', 'case', id],
  // Choices hardly change and entries never do: they do not follow the line.
  choices: ['escalations-choices'],
  entries: (id: string, before: string) => ['escalations-entries', id, before],
} as const;
