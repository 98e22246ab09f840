import type { Knex } from 'knex';
import { adviceMoves } from './adviceMoves';
import type { Doer, DrillFacts, DrillMove } from './DrillMove';
import { escalationMoves } from './escalationMoves';

/** A kind of record that a drill writes, and where its traces are. */
export interface DrillKind {
  schema: 'advice' | 'escalations';
  /** The writes of the record of this number. */
  moves(number: number): readonly DrillMove[];
  /** Where the hub shows it. */
  path: string;
  /** Who can read all of it in the end. */
  reader: Doer;
  /** Its row, and any that should not be there. */
  find(
    knex: Knex,
    facts: DrillFacts,
  ): Promise<Array<{ id: string; version: number }>>;
  /** What it stands under in the ledger. */
  subjects(ids: readonly string[], facts: DrillFacts): string[];
  /** The column that names it in the rows beside it. */
  belongsBy: string;
  /** Entries that time makes; they count its version up like any other. */
  countedByTime: ReadonlySet<string>;
  /** Entries that time makes, and the rows that come with them. */
  rowsByTime: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Rows that must be gone, once this type of entry is there. */
  gone?: {
    after: string;
    count(knex: Knex, facts: DrillFacts): Promise<number>;
  };
}

const ADVICE: DrillKind = {
  schema: 'advice',
  moves: adviceMoves,
  path: '/api/advice/queries',
  reader: 'coordinatorId',
  find: (knex, { cast, requestKey }) =>
    knex
      .withSchema('advice')
      .from('query')
      .where({ request_key: `${cast.askerId}:${requestKey}` })
      .select('id', 'version'),
  subjects: ids => ids.map(id => `advice-query:${id}`),
  belongsBy: 'query_id',
  countedByTime: new Set([
    'advice.urgency-changed',
    'advice.clock-warning',
    'advice.clock-late',
    'advice.released',
  ]),
  // A target that passed leaves a line in the history too.
  rowsByTime: { 'advice.clock-late': { query_entry: 1 } },
};

const ESCALATION: DrillKind = {
  schema: 'escalations',
  moves: escalationMoves,
  path: '/api/escalations/cases',
  reader: 'adviserId',
  find: (knex, { caseReference }) =>
    knex
      .withSchema('escalations')
      .from('escalation')
      .where({ case_reference: caseReference })
      .select('id', 'version'),
  subjects: (ids, { draftId }) => [
    ...ids.map(id => `escalation:${id}`),
    ...(draftId ? [`escalation-draft:${draftId}`] : []),
  ],
  belongsBy: 'escalation_id',
  countedByTime: new Set([
    'escalations.limits-changed',
    'escalations.released',
    'escalations.part-ended',
  ]),
  rowsByTime: Object.fromEntries(
    ['limits-changed', 'late', 'wait-over', 'released', 'part-ended'].map(
      name => [`escalations.${name}`, { entry: 1 }],
    ),
  ),
  // What was raised is nobody's draft any more.
  gone: {
    after: 'escalations.raised',
    count: async (knex, { cast, requestKey }) =>
      (
        await knex
          .withSchema('escalations')
          .from('draft')
          .where({ author_id: cast.askerId, request_key: requestKey })
          .pluck('id')
      ).length,
  },
};

/** A complex case is three times as many writes as a query: of seven, one. */
export const kindOf = (number: number): DrillKind =>
  number % 7 === 6 ? ESCALATION : ADVICE;
