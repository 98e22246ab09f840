import type { CoreAnswers } from '@imsa-hub/escalations-common';
import type { Work } from '@imsa-hub/core-node';
import type { SealForCase } from './caseColumns';

/** Whose lists are written, from which answers. */
export interface CaseParts {
  work: Work;
  personId: string;
  escalationId: string;
  core: CoreAnswers;
  seal: SealForCase;
}

/** Events, meetings and requests; of what is raised again only the new ones. */
export async function writeCaseLists(parts: CaseParts): Promise<void> {
  await writeEvents(parts);
  await writeEncounters(parts);
  await writeLegalRequests(parts);
}

async function writeEvents(parts: CaseParts): Promise<void> {
  const { work, escalationId, core, personId } = parts;
  const known = await knownIn(parts, 'event', ['rule_id', 'event_date']);
  for (const { ruleId, date } of core.events) {
    if (known.has([ruleId, date])) continue;
    await work.trx.table('event').insert({
      escalation_id: escalationId,
      place: known.nextPlace(),
      rule_id: ruleId,
      event_date: date,
      added_by: personId,
      added_at: work.now,
    });
  }
}

async function writeEncounters(parts: CaseParts): Promise<void> {
  const { work, escalationId, core, personId, seal } = parts;
  const known = await knownIn(parts, 'encounter', ['met_on', 'interpreter']);
  for (const { date, interpreter, note } of core.encounters) {
    if (known.has([date, interpreter])) continue;
    const place = known.nextPlace();
    await work.trx.table('encounter').insert({
      escalation_id: escalationId,
      place,
      met_on: date,
      interpreter,
      recorded_by: personId,
      recorded_at: work.now,
      sealed_note: note
        ? await seal(
            'encounter',
            'sealed_note',
            `${escalationId}.${place}`,
            note,
          )
        : null,
    });
  }
}

async function writeLegalRequests(parts: CaseParts): Promise<void> {
  const { work, escalationId, core, seal } = parts;
  const known = await knownIn(parts, 'legal_request', ['kind', 'received_on']);
  for (const { kind, received, due, from } of core.legalRequests) {
    if (known.has([kind, received])) continue;
    const place = known.nextPlace();
    await work.trx.table('legal_request').insert({
      escalation_id: escalationId,
      place,
      kind,
      received_on: received,
      due_on: due ?? null,
      sealed_from: await seal(
        'legal_request',
        'sealed_from',
        `${escalationId}.${place}`,
        from,
      ),
    });
  }
}

/** What a list of a case holds already, and the next free place. */
async function knownIn(
  { work: { trx }, escalationId }: CaseParts,
  table: string,
  [one, other]: readonly [string, string],
) {
  const rows: Array<{ place: number; a: string; b: string }> = await trx
    .table(table)
    .where({ escalation_id: escalationId })
    .select(
      'place',
      trx.raw('??::text as a', [one]),
      trx.raw('??::text as b', [other]),
    );
  const keys = new Set(rows.map(row => `${row.a} ${row.b}`));
  let place = Math.max(-1, ...rows.map(row => row.place));
  return {
    has: (values: readonly [string, string]) => keys.has(values.join(' ')),
    nextPlace: () => (place += 1),
  };
}
