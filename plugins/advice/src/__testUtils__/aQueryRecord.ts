import { QueryRecordSchema, type QueryRecord } from '@imsa-hub/advice-common';
import { aQueueRow } from './aQueueRow';

/** A query for tests: in hand, with nothing written yet. */
export function aQueryRecord(part: Partial<QueryRecord> = {}): QueryRecord {
  return QueryRecordSchema.parse({
    ...aQueueRow(),
    status: 'in-hand',
    question: 'The council says that there is no duty. What can we do?',
    whoCanAct: 'Support worker',
    safeContact: 'Only by message, never before noon.',
    language: 'vi',
    safety: {
      'nowhere-safe-tonight': 'yes',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'not-known',
    },
    limits: [],
    professionalRole: null,
    issueArea: null,
    subjectOrganisation: null,
    immigrationGate: null,
    needsSecondReader: false,
    asker: null,
    draft: null,
    entries: [],
    outcomes: [],
    links: [],
    helped: null,
    openedByBreakGlassUntil: null,
    marked: [],
    allowedActions: [],
    ...part,
  });
}
