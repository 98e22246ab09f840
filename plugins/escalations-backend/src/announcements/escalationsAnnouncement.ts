import {
  referencesBySubject,
  type AnnouncementSpec,
  type NoticeDraft,
} from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import { Audience } from './Audience';
import { ofConsentRequests } from './ofConsentRequests';
import { PHRASES } from './phrases';
import { whoIsTold } from './whoIsTold';

/** What open pages ask again about, without anybody being told. */
const ONLY_LIVE = [
  'document-written',
  'encounter-added',
  'event-added',
  'fact-changed',
  'file-added',
  'file-cleared',
  'file-refused',
  'hold-ended',
  'held',
  'destroyed',
  'note-added',
  'organisation-changed',
  'part-ended',
  'pressing-changed',
  'request-answered',
  'safety-checked',
  'statement-recorded',
  'task-settled',
].map(name => `escalations.${name}`);

/** What follows from the ledger entries of complex cases. */
export function escalationsAnnouncement(
  context: EscalationContext,
): AnnouncementSpec {
  const { store, sight } = context;
  const told = whoIsTold(new Audience(context));
  const consent = ofConsentRequests(context);
  const load = (subject: string, knex: Knex) =>
    store.load({
      knex,
      where: { 'escalation.id': subject.slice(subject.indexOf(':') + 1) },
      filter: () => undefined,
    });
  return {
    topic: 'escalations',
    phrases: PHRASES,
    types: [...Object.keys(told), ...consent.types, ...ONLY_LIVE],
    async notices(entry, { trx }) {
      if (consent.isOne(entry.subject)) return consent.notices(entry, trx);
      const who = told[entry.type];
      if (!who) return [];
      const row = await load(entry.subject, trx);
      if (!row) return [];
      const drafts = new Map<string, NoticeDraft>();
      for (const [kind, people] of await who({ entry, row, trx })) {
        for (const personId of people) {
          if (personId === entry.actor || drafts.has(personId)) continue;
          drafts.set(personId, { personId, kind, path: `/cases/${row.id}` });
        }
      }
      return [...drafts.values()];
    },
    async audience(subject, { trx }) {
      if (consent.isOne(subject)) return consent.audience(subject, trx);
      const row = await load(subject, trx);
      return person => row !== undefined && sight.maySee(person, row);
    },
    // A draft has no reference yet.
    references: (subjects, { trx }) =>
      referencesBySubject({
        knex: trx,
        table: 'escalation',
        subjectOf,
        subjects,
      }),
  };
}
