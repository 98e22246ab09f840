import type {
  BoardResponse,
  SearchRequest,
} from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { startingWith } from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import type { EscalationSight } from '../access/escalationSight';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';

/** So many are shown; who finds more is asked to say more. */
const MOST_FOUND = 50;
/** A statement that runs longer is stopped in PostgreSQL too. */
const LONGEST_MS = 3_000;

/**
 * Cases by what stands open in their row, the newest first. Nothing is opened,
 * and sight is part of the statement.
 */
export async function searchCases(input: {
  context: EscalationContext;
  presenter: EscalationPresenter;
  person: PersonContext;
  request: SearchRequest;
}): Promise<BoardResponse> {
  const { person, request, presenter } = input;
  const { hub, sight } = input.context;
  refuseIf(
    Object.values(request).every(value => !value),
    { field: 'body.reference', message: 'Say what to look for' },
  );
  const select = hub.database
    .from('escalation')
    .select(hub.database.raw(BOARD_COLUMNS))
    .orderBy([
      { column: 'escalation.raised_at', order: 'desc' },
      { column: 'escalation.id', order: 'desc' },
    ])
    .limit(MOST_FOUND)
    .timeout(LONGEST_MS, { cancel: true });
  lookFor({
    sight,
    person,
    select,
    known: known => narrow(known, request),
    written: written => narrowWritten(written, request),
  });
  const rows: EscalationDbRow[] = await select;
  return { rows: await presenter.rows({ person, rows }), next: null };
}

/**
 * Narrows a search to what somebody may find. Whoever only wrote a case and has
 * no part in it finds it by what is theirs: what the desk has changed since must
 * not answer to a word.
 */
export function lookFor(input: {
  sight: EscalationSight;
  person: PersonContext;
  select: Knex.QueryBuilder;
  /** What is looked for in cases that they work on. */
  known(select: Knex.QueryBuilder): void;
  /** What is looked for in those that they only wrote. */
  written(select: Knex.QueryBuilder): void;
}): void {
  const { sight, person, select, known, written } = input;
  select.where(either =>
    either
      .where(works => {
        sight.filterWorkable(person, works);
        known(works);
      })
      .orWhere(wrote => {
        sight.filterReadable(person, wrote);
        wrote.where('escalation.raised_by', person.id);
        written(wrote);
      }),
  );
}

function narrowWritten(
  select: Knex.QueryBuilder,
  request: SearchRequest,
): void {
  const { area, risk, tier, personId, ...theirs } = request;
  if (area || risk || tier || personId) select.whereRaw('false');
  else narrow(select, theirs);
}

function narrow(select: Knex.QueryBuilder, request: SearchRequest): void {
  const { area, risk, status, tier, personId, raisedFrom, raisedTo } = request;
  if (request.reference) withReference(select, request.reference);
  if (area) select.whereRaw('escalation.areas @> array[?]::text[]', [area]);
  if (risk) select.whereRaw('escalation.risks @> array[?]::text[]', [risk]);
  if (status) select.where('escalation.status', status);
  if (tier) select.where('escalation.tier', tier);
  if (personId) ofPerson(select, personId);
  // Days are London's, and the last one counts to its end.
  if (raisedFrom) {
    select.whereRaw(
      `escalation.raised_at >= ?::date::timestamp at time zone 'Europe/London'`,
      [raisedFrom],
    );
  }
  if (raisedTo) {
    select.whereRaw(
      `escalation.raised_at < (?::date + 1)::timestamp at time zone 'Europe/London'`,
      [raisedTo],
    );
  }
}

/** `ESC-…` or the case reference, or how either begins; `ESC-` may be left out. */
export function withReference(
  select: Knex.QueryBuilder,
  reference: string,
): void {
  const typed = reference.toUpperCase();
  select.where(either =>
    either
      .whereLike('escalation.reference', startingWith(typed))
      .orWhereLike('escalation.reference', startingWith(`ESC-${typed}`))
      .orWhereLike('escalation.case_reference', startingWith(typed)),
  );
}

/** By index on both sides: who raised it, and who has the part now. */
function ofPerson(select: Knex.QueryBuilder, personId: string): void {
  select.whereRaw(
    `escalation.id in (
      select raised.id from escalation raised where raised.raised_by = ?
      union
      select p.escalation_id from participant p
        where p.person_id = ? and p.until is null
          and p.part in ('lead', 'handler'))`,
    [personId, personId],
  );
}
