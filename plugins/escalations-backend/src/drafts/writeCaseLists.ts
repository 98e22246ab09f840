import type { CoreAnswers } from '@imsa-hub/escalations-common';
import type { JourneyAnswers } from '@imsa-hub/core';
import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import { caseContent } from '../escalations/CaseContent';
import type { NewEntry } from '../escalations/EscalationChanges';
import {
  ENCOUNTERS,
  EVENTS,
  idOf,
  LEGAL_REQUESTS,
  mergeList,
  type CaseList,
  type Drafted,
} from '../lists';
import type { SealForCase } from './caseColumns';

/** Whose lists are written, from which answers. */
export interface CaseParts {
  context: EscalationContext;
  work: Work;
  personId: string;
  escalationId: string;
  core: CoreAnswers;
  /** What the draft said when it was begun; nothing of a new case. */
  basis: Partial<CoreAnswers>;
  seal: SealForCase;
}

/** What came of the lists: for what is kept as submitted, and the timeline. */
export interface WrittenLists {
  /** The lists with the id under which each item is on record now. */
  answers: JourneyAnswers;
  entries: NewEntry[];
}

/**
 * Events, meetings and requests, so that the record says what was submitted.
 * Nothing is written over: what was corrected or taken away stays beneath.
 */
export async function writeCaseLists(parts: CaseParts): Promise<WrittenLists> {
  const written = [
    await writeList(parts, EVENTS, parts.core.events, parts.basis.events),
    await writeList(
      parts,
      ENCOUNTERS,
      parts.core.encounters,
      parts.basis.encounters,
    ),
    await writeList(
      parts,
      LEGAL_REQUESTS,
      parts.core.legalRequests,
      parts.basis.legalRequests,
    ),
  ];
  return {
    answers: Object.assign({}, ...written.map(({ answers }) => answers)),
    entries: written.flatMap(({ entries }) => entries),
  };
}

async function writeList<T extends object>(
  parts: CaseParts,
  list: CaseList<T>,
  submitted: ReadonlyArray<Drafted<T>>,
  basis: ReadonlyArray<Drafted<T>> = [],
): Promise<WrittenLists> {
  const { context, work, escalationId, personId, seal } = parts;
  const { trx, now } = work;
  const content = caseContent(context, { knex: trx, escalationId });
  const record = await list.read({ knex: trx, escalationId, content });
  const { added, changed, struck, ids } = mergeList({
    submitted,
    basis,
    record,
  });
  const common = { trx, escalationId, personId, now, seal };
  const words = (item: T) => list.words(context, item);
  const entries: NewEntry[] = [];
  const tell = (what: string, texts: Partial<NewEntry>) =>
    entries.push({
      kind: list.entryKind,
      summary: `${what} when it was raised again: ${list.noun}`,
      ...texts,
    });

  let place = Math.max(-1, ...record.map(known => known.place));
  const places = added.map(() => (place += 1));
  for (const [index, item] of added.entries()) {
    await list.write({
      ...common,
      place: places[index] ?? place,
      version: 1,
      struck: false,
      item,
    });
    tell('Added', { text: words(item) });
  }
  for (const { before, after } of changed) {
    // What was answered since is no answer of the draft's, and stays.
    const item = { ...kept(before.item), ...after };
    await list.write({
      ...common,
      place: before.place,
      version: before.version + 1,
      struck: false,
      item,
    });
    tell('Corrected', { text: words(item), before: words(before.item) });
  }
  for (const known of struck) {
    await list.write({
      ...common,
      place: known.place,
      version: known.version + 1,
      struck: true,
      item: known.item,
    });
    tell('Struck out', { before: words(known.item) });
  }
  const fresh = places.map(at => idOf({ place: at }));
  const items = submitted.map((item, index) => ({
    ...item,
    id: ids[index] ?? fresh.shift(),
  }));
  return {
    answers: items.length > 0 ? { [list.field]: items } : {},
    entries,
  };
}

const kept = (item: object) =>
  'answered' in item && item.answered ? { answered: item.answered } : {};
