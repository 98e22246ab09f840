import { adviceRetentionPermission } from '@imsa-hub/advice-common';
import {
  referencesBySubject,
  type AnnouncementSpec,
  type NoticeDraft,
} from '@imsa-hub/core-node';
import type { AdviceContext } from './AdviceContext';
import type { Knex } from 'knex';
import { worksOn } from './queries/flowContext';
import { subjectOf } from './queries/QueryChanges';
import type { QueryDbRow } from './queries/QueryRow';
import { whoTriages } from './triage/whoTriages';

const PHRASES = {
  'advice.received': 'A query is waiting for triage',
  'advice.assigned': 'A query was given to you',
  'advice.to-read': 'A reply is waiting for a second reader',
  'advice.returned': 'A reply came back with a change to make',
  'advice.approved': 'A reply you wrote was read and sent',
  'advice.replied': 'There is a reply to something you asked',
  'advice.asker-wrote': 'An asker has written back',
  'advice.second-opinion': 'A second opinion was asked for',
  'advice.clock': 'A query is close to its target or past it',
  'advice.glass-broken': 'A record you take part in was opened by break-glass',
  'advice.released': 'A query needs somebody new',
  'advice.taken-on': 'Something you asked is taken on as a complex case',
  'advice.joined':
    'Something you asked is answered together with another question',
  'advice.took-in': 'Another query was merged into one you have',
  'advice.limits': 'The legal limits of a query were worked out again',
  'advice.safety': 'How urgent a query is may have changed',
  'advice.retention-ended':
    'The retention of a closed query has ended; look at it before it is destroyed',
  'advice.destruction-asked':
    'Somebody asked that a closed query is destroyed; a second person has to confirm it',
} as const;

type Kind = keyof typeof PHRASES;

/** What follows from the advice line's ledger entries: who is told, who may hear. */
export function adviceAnnouncement(context: AdviceContext): AnnouncementSpec {
  const { hub, store, sight } = context;
  const triagers = (row: QueryDbRow) =>
    whoTriages(context, row).map(person => person.id);
  const seniors = () =>
    hub.people.withRole('senior-imsa').map(person => person.id);
  const only = (id: string | null) => (id ? [id] : []);

  // What nobody has, whoever gives it to somebody has to know of.
  const holderOrTriagers = (row: QueryDbRow) =>
    row.assignee_id ? [row.assignee_id] : triagers(row);

  // Who decides how long it is kept; nobody does of what they asked.
  const keepers = (row: QueryDbRow) =>
    hub.people
      .all()
      .filter(
        person =>
          hub.permissions.may(person, adviceRetentionPermission) &&
          worksOn(context, person, row),
      )
      .map(({ id }) => id);

  // The query that it was merged into tells of its own limits.
  const unlessMerged = (row: QueryDbRow) =>
    row.merged_into ? [] : holderOrTriagers(row);

  const told: Record<string, [Kind, (row: QueryDbRow) => string[]]> = {
    'advice.query-received': ['advice.received', triagers],
    'advice.query-assigned': ['advice.assigned', row => only(row.assignee_id)],
    'advice.query-handed-over': [
      'advice.assigned',
      row => only(row.assignee_id),
    ],
    'advice.query-stepped-back': [
      'advice.assigned',
      row => only(row.assignee_id),
    ],
    'advice.second-reader-asked': [
      'advice.to-read',
      row => {
        // It may have been read by the time this is told.
        if (row.status !== 'with-second-reader') return [];
        return row.second_reader_id
          ? [row.second_reader_id]
          : seniors().filter(id => id !== row.assignee_id);
      },
    ],
    'advice.reply-returned': ['advice.returned', row => only(row.assignee_id)],
    'advice.reply-sent': [
      'advice.replied',
      row => [...only(row.raised_by), ...only(row.assignee_id)],
    ],
    'advice.asker-asked': ['advice.replied', row => only(row.raised_by)],
    'advice.follow-up': ['advice.asker-wrote', holderOrTriagers],
    'advice.second-opinion-asked': ['advice.second-opinion', triagers],
    'advice.clock-warning': ['advice.clock', holderOrTriagers],
    'advice.clock-late': [
      'advice.clock',
      row => [...only(row.assignee_id), ...triagers(row)],
    ],
    'advice.glass-broken': [
      'advice.glass-broken',
      row => [
        ...only(row.assignee_id),
        ...only(row.raised_by),
        ...only(row.second_reader_id),
      ],
    ],
    'advice.released': ['advice.released', triagers],
    'advice.taken-on': ['advice.taken-on', row => only(row.raised_by)],
    'advice.merged': ['advice.joined', row => only(row.raised_by)],
    'advice.took-in': ['advice.took-in', row => only(row.assignee_id)],
    'advice.limits-changed': ['advice.limits', holderOrTriagers],
    'advice.event-added': ['advice.limits', unlessMerged],
    'advice.event-corrected': ['advice.limits', unlessMerged],
    'advice.event-struck': ['advice.limits', unlessMerged],
    'advice.safety-changed': ['advice.safety', unlessMerged],
    'advice.retention-ended': ['advice.retention-ended', keepers],
    'advice.destruction-asked': ['advice.destruction-asked', keepers],
  };

  const load = (subject: string, knex: Knex) =>
    store.load({
      knex,
      where: { 'query.id': subject.slice(subject.indexOf(':') + 1) },
      filter: () => undefined,
    });

  // Who has the query it was merged into, if it is theirs to know.
  async function followUpOfMerged(row: QueryDbRow, trx: Knex) {
    const survivor = await load(`:${row.merged_into}`, trx);
    const holder = survivor?.assignee_id
      ? hub.people.byId(survivor.assignee_id)
      : undefined;
    const mayKnow = holder !== undefined && sight.mayWorkOn(holder, row);
    return (mayKnow ? [holder.id] : triagers(row)).map<NoticeDraft>(
      personId => ({
        personId,
        kind: 'advice.asker-wrote',
        path: `/advice/queries/${survivor?.id ?? row.id}`,
      }),
    );
  }

  return {
    topic: 'advice',
    phrases: PHRASES,
    types: [
      ...Object.keys(told),
      'advice.query-triaged',
      'advice.query-claimed',
      'advice.clock-stopped',
      'advice.clock-restarted',
      'advice.note-added',
      'advice.linked',
      'advice.let-go',
      'advice.closed',
      'advice.reopened',
      'advice.feedback',
      'advice.urgency-changed',
      'advice.case-changed',
      'advice.held',
      'advice.hold-ended',
      'advice.destroyed',
    ],
    async notices(entry, { trx }) {
      const [kind, people] = told[entry.type] ?? [];
      if (!kind || !people) return [];
      const row = await load(entry.subject, trx);
      if (!row) return [];
      if (row.merged_into && entry.type === 'advice.follow-up') {
        return followUpOfMerged(row, trx);
      }
      const drafts = [...new Set(people(row))]
        .filter(personId => personId !== entry.actor)
        .map<NoticeDraft>(personId => ({
          personId,
          kind: kindFor(kind, row, personId),
          path: `/advice/queries/${row.id}`,
        }));
      return drafts;
    },
    async audience(subject, { trx }) {
      const row = await load(subject, trx);
      return person => row !== undefined && sight.maySee(person, row);
    },
    references: (subjects, { trx }) =>
      referencesBySubject({ knex: trx, table: 'query', subjectOf, subjects }),
  };
}

// Whoever wrote a reply hears that it went out; the asker, that it came.
function kindFor(kind: Kind, row: QueryDbRow, personId: string): Kind {
  return kind === 'advice.replied' && personId !== row.raised_by
    ? 'advice.approved'
    : kind;
}
