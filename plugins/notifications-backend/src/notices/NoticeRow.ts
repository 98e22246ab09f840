import type { Notice } from '@imsa-hub/notifications-common';

/** A row of `notice` as far as this plugin reads it. */
export interface NoticeRow {
  id: string;
  type: string;
  subject: string;
  person_id: string;
  kind: string;
  path: string;
  created_at: Date;
  read_at: Date | null;
}

/** The columns of {@link NoticeRow}. */
export const NOTICE_COLUMNS = [
  'id',
  'type',
  'subject',
  'person_id',
  'kind',
  'path',
  'created_at',
  'read_at',
] as const;

// A kind that a newer version of a plugin has and this one has not.
const UNKNOWN_KIND = 'Something is waiting for you';

/** A row as its person is shown it. */
export function presentNotice(input: {
  row: NoticeRow;
  about: string | undefined;
  phrase(kind: string): string | undefined;
}): Notice {
  const { row, about, phrase } = input;
  return {
    id: row.id,
    kind: row.kind,
    text: phrase(row.kind) ?? UNKNOWN_KIND,
    about: about ?? null,
    path: row.path,
    at: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
