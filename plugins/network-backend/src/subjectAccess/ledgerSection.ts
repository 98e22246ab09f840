import type { LedgerEntry } from '@imsa-hub/core-node';
import type { SubjectSection } from '@imsa-hub/network-node';

/** Entries of one ledger by or about a person, as an export shows them. */
export function ledgerSection(options: {
  plugin: string;
  personId: string;
  entries: readonly LedgerEntry[];
}): SubjectSection {
  const { plugin, personId, entries } = options;
  const self = `person:${personId}`;
  return {
    id: `audit-${plugin}`,
    title: `What the audit trail says: ${plugin}`,
    lead: 'What was done by this person, and what others did to their record. Of others it says no more than that it was somebody else.',
    fields: {
      at: 'When',
      what: 'What',
      by: 'By',
      about: 'About',
      why: 'Why',
      origin: 'From where, as a fingerprint',
    },
    rows: entries.map(entry => ({
      at: entry.at,
      what: whatOf(entry.type),
      by: byWhom(entry.actor, personId),
      about: entry.subject === self ? 'this person' : entry.subject,
      why: entry.why,
      // Where somebody else was is theirs.
      origin: entry.actor === personId ? entry.origin : null,
    })),
  };
}

function whatOf(type: string): string {
  return type.slice(type.indexOf('.') + 1).replace(/-/g, ' ');
}

function byWhom(actor: string, personId: string): string {
  if (actor === personId) return 'this person';
  return actor === 'system' ? 'the hub itself' : 'somebody else';
}
