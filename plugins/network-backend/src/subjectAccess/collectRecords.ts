import { readPersonLedger, type Ledgers } from '@imsa-hub/core-node';
import type {
  SubjectQuestion,
  SubjectRecordsRegistry,
  SubjectSection,
} from '@imsa-hub/network-node';
import { ledgerSection } from './ledgerSection';

/**
 * Every plugin's records on a person, and of every ledger the entries by or
 * about them. An entry about a record of which one of the two may not know is
 * left out, and so is one that no plugin answers for.
 */
export async function collectRecords(options: {
  records: SubjectRecordsRegistry;
  ledgers: Ledgers;
  question: Omit<SubjectQuestion, 'mayKnow'>;
}): Promise<SubjectSection[]> {
  const { records, ledgers, question } = options;
  const { personId } = question;
  // The register first: who it is about.
  const isFirst = (plugin: string) => Number(plugin === 'network');
  const parts = new Map(
    [...records.all()]
      .sort((a, b) => isFirst(b.plugin) - isFirst(a.plugin))
      .map(part => [part.plugin, part]),
  );
  const mayKnow = async (plugin: string, subjects: readonly string[]) =>
    new Set(
      subjects.length === 0
        ? []
        : await parts.get(plugin)?.mayKnow?.(question, subjects),
    );
  const sections: SubjectSection[] = [];
  for (const part of parts.values()) {
    sections.push(...(await part.export({ ...question, mayKnow })));
  }
  for (const { plugin, knex } of ledgers.all()) {
    const all = await readPersonLedger({ knex, personId });
    const isPlain = (subject: string) =>
      subject === `person:${personId}` || subject.startsWith('route:');
    const others = [
      ...new Set(
        all.map(entry => entry.subject).filter(subject => !isPlain(subject)),
      ),
    ];
    const known = await mayKnow(plugin, others);
    const entries = all.filter(
      ({ subject }) => isPlain(subject) || known.has(subject),
    );
    sections.push(ledgerSection({ plugin, personId, entries }));
  }
  return sections;
}
