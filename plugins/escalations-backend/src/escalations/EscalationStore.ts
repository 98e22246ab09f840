import { newId } from '@imsa-hub/core';
import type { EntryKind, Part } from '@imsa-hub/escalations-common';
import type { RecordStep } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { readEvents } from '../lists/events';
import { readOpenRequests } from '../lists/legalRequests';
import type {
  EscalationDbRow,
  EscalationPatch,
  SealedEscalation,
} from './EscalationRow';
import type { CaseDates } from './pressing';

/** The columns of a row of the board, and what sight asks. Nothing sealed. */
export const BOARD_COLUMNS = `escalation.id, reference, escalation.version,
  escalation.type, escalation.status, level, case_reference, nation, region,
  areas, tier, risks, consent,
  sealed_consent_override is not null as consent_overridden, nrm_consent, raised_by, raised_at, lead_id,
  next_lead_id, handler_id, subject_organisation_id, from_query_id, rank,
  to_char(press_on, 'YYYY-MM-DD') as press_on,
  to_char(review_on, 'YYYY-MM-DD') as review_on,
  to_char(next_limit_on, 'YYYY-MM-DD') as next_limit_on, next_limit_title,
  state_since, state_due_at, warned_at, late_at, limits_law,
  released_at, waiting_for,
  to_char(waiting_until, 'YYYY-MM-DD') as waiting_until, wait_over_at,
  key_outcomes,
  has_learning_point, has_structural_issue, closed_at,
  to_char(retain_until, 'YYYY-MM-DD') as retain_until, held, destroyed_at,
  retention_told_at, destruction_asked_by, destruction_asked_at,
  marked, demo, open,
  array(select r.person_id from recusal r
    where r.escalation_id = escalation.id) as recused_ids,
  array(select p.person_id from participant p
    where p.escalation_id = escalation.id and p.until is null) as part_ids,
  coalesce((select jsonb_agg(jsonb_build_object('personId', g.person_id,
      'until', to_char(g.until at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    from break_glass g
    where g.escalation_id = escalation.id and g.until > now()),
    '[]'::jsonb) as opened_by`;

/** The sealed columns, for the record alone. */
export const SEALED_COLUMNS = `sealed_asked_of_hub, sealed_options_explained,
  sealed_consent_override, sealed_nrm_refused_why, sealed_extra,
  sealed_returned_for, sealed_learning_point, sealed_structural_issue`;

/** A whole row: the board's columns and the sealed ones. */
export type WholeRow = EscalationDbRow & SealedEscalation;

/** A row of `escalations.entry`. */
export interface EntryDbRow {
  id: string;
  escalation_id: string;
  at: Date;
  kind: EntryKind;
  by_id: string | null;
  summary: string | null;
  sealed_text: string | null;
  sealed_before: string | null;
}

/** Reads and writes rows of complex cases. Decides nothing. */
export class EscalationStore {
  /** One case that passes the filter; locked when it is to be changed. */
  async load(options: {
    knex: Knex;
    where: Record<string, string>;
    filter(builder: Knex.QueryBuilder): void;
    lock?: boolean;
  }): Promise<WholeRow | undefined> {
    const { knex, where, filter, lock } = options;
    const select = knex
      .from('escalation')
      .select(knex.raw(`${BOARD_COLUMNS}, ${SEALED_COLUMNS}`))
      .where(where)
      .limit(1);
    filter(select);
    if (lock) select.forUpdate('escalation');
    const [row] = await select;
    return row;
  }

  /** Writes a patch and counts the version up. */
  async save(options: {
    trx: Knex;
    row: Pick<EscalationDbRow, 'id' | 'version'>;
    patch: EscalationPatch;
  }): Promise<void> {
    const { marked, ...plain } = options.patch;
    await options.trx
      .table('escalation')
      .where({ id: options.row.id })
      .update({
        ...plain,
        ...(marked ? { marked: JSON.stringify(marked) } : {}),
        version: options.row.version + 1,
      });
  }

  /**
   * Writes what time alone did. The version stays: nobody's typing is stale
   * because a target passed.
   */
  async stamp(options: {
    trx: Knex;
    escalationId: string;
    patch: EscalationPatch;
  }): Promise<void> {
    await options.trx
      .table('escalation')
      .where({ id: options.escalationId })
      .update(options.patch);
  }

  /** Gives somebody a part; having it already changes nothing. */
  async addPart(options: {
    trx: Knex;
    escalationId: string;
    personId: string;
    part: Part;
    since: string;
  }): Promise<void> {
    await options.trx
      .table('participant')
      .insert({
        id: newId(),
        escalation_id: options.escalationId,
        person_id: options.personId,
        part: options.part,
        since: options.since,
      })
      .onConflict(
        options.trx.raw(
          '(escalation_id, person_id, part) where until is null',
        ) as never,
      )
      .ignore();
  }

  /** Ends parts of a case: of one person or all, of one kind or any. */
  async endParts(options: {
    trx: Knex;
    escalationId: string;
    until: string;
    personId?: string;
    part?: Part;
  }): Promise<void> {
    const { trx, escalationId, until, personId, part } = options;
    await trx
      .table('participant')
      .where({ escalation_id: escalationId })
      .whereNull('until')
      .modify(builder => {
        if (personId) void builder.where({ person_id: personId });
        if (part) void builder.where({ part });
      })
      .update({ until });
  }

  /** Adds a step to the timeline that has no content of its own. */
  async addEntry(options: {
    trx: Knex;
    escalationId: string;
    at: string;
    /** Nobody where time alone did it. */
    byId?: string;
    summary: string;
  }): Promise<void> {
    await options.trx.table('entry').insert({
      id: newId(),
      escalation_id: options.escalationId,
      at: options.at,
      kind: 'move',
      by_id: options.byId ?? null,
      summary: options.summary,
    });
  }

  /** The same, as a step of one unit of work. */
  async addStep({ work, id, ...step }: RecordStep): Promise<void> {
    await this.addEntry({
      trx: work.trx,
      escalationId: id,
      at: work.now,
      ...step,
    });
  }

  /** What dates a case: nothing of it has to be opened. */
  async dates(knex: Knex, escalationId: string): Promise<CaseDates> {
    const events = await readEvents(knex, escalationId);
    return {
      events: events.filter(({ struck }) => !struck).map(({ item }) => item),
      requests: await readOpenRequests(knex, escalationId),
    };
  }

  /** The newest entries, or those before the one named; newest first. */
  async entries(options: {
    knex: Knex;
    escalationId: string;
    limit: number;
    before?: { at: string; id: string };
  }): Promise<EntryDbRow[]> {
    const { knex, escalationId, limit, before } = options;
    return knex
      .from('entry')
      .where({ escalation_id: escalationId })
      .modify(builder => {
        if (!before) return;
        void builder.whereRaw('(at, id) < (?::timestamptz, ?)', [
          before.at,
          before.id,
        ]);
      })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .select(
        'id',
        'escalation_id',
        'at',
        'kind',
        'by_id',
        'summary',
        'sealed_text',
        'sealed_before',
      );
  }
}
