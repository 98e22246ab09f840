/**
 * Names of kept answers. All begin with the plugin's id, so that one live
 * "changed" refreshes them all.
 */
export const keys = {
  queueAll: ['advice', 'queue'],
  queue: (filters: Readonly<Record<string, string>>) => [
    'advice',
    'queue',
    filters,
  ],
  day: ['advice', 'day'],
  mailsAll: ['advice', 'mails'],
  mails: (view: string) => ['advice', 'mails', 'list', view],
  mail: (id: string) => ['advice', 'mails', 'one', id],
  mailOfQuery: (id: string) => ['advice', 'mails', 'of-query', id],
  query: (id: string) => ['advice', 'query', id],
  children: ['advice-children'],
  suggestions: (id: string) => ['advice', 'query', id, 'suggestions'],
  templates: ['advice', 'templates'],
  templateVersions: (id: string) => ['advice', 'templates', id, 'versions'],
  templatePreview: (body: string) => ['advice-preview', 'template', body],
  limitsPreview: (body: unknown) => ['advice-preview', 'limits', body],
  // Choices hardly change: they do not follow the live line.
  events: ['advice-choices', 'events'],
  colleagues: ['advice-choices', 'colleagues'],
  organisations: (text: string) => ['advice-choices', 'organisations', text],
} as const;
