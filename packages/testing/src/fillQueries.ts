import { KNOWLEDGE_AREAS } from '@imsa-hub/core';
import type { Knex } from 'knex';
import { SEALED_TEXTS, TEXTS } from './sealedTexts';

/** How {@link fillQueries} spreads its queries. */
export interface QueryFill {
  /** A connection that may write the tables of the advice line. */
  knex: Knex;
  /** The schema of the advice line; `advice` unless told. */
  schema?: string;
  /** How many queries are added. */
  count: number;
  /** The share of them that is open, from 0 to 1. */
  open: number;
  /** Register ids of whoever has, reads and answers queries. */
  advisers: readonly string[];
  /** Register ids of whoever asks. */
  askers: readonly string[];
  /** Register ids of the organisations that queries are about. */
  organisations: readonly string[];
  /**
   * One of {@link QueryFill.organisations} (whoever works there is in conflict)
   * and the share of all queries that is about it.
   */
  conflict?: { organisationId: string; share: number };
  /** Puts every conflicted query at the front of the queue: the worst case. */
  conflictsFirst?: boolean;
  /** Characters of sealed text in each query, over its four columns; 1,700 unless told. */
  sealedCharacters?: number;
  /** One letter of every id and reference, so that fills stand beside each other; `a` unless told. */
  mark?: string;
}

const AT_ONCE = 100_000;

/**
 * Adds invented queries by set-based SQL: statuses, nations, areas, ranks with
 * many ties, conflicts, recusals, drafts. Their sealed columns hold random
 * text of the length that sealed text has; nothing in them can be opened. The
 * same fill has the same rows each time.
 */
export async function fillQueries(fill: QueryFill): Promise<void> {
  const { knex, schema = 'advice', count } = fill;
  await knex.transaction(async trx => {
    await trx.raw('set local search_path to ??', [schema]);
    // VACUUM marks pages only when what they hold is safely on the disk.
    await trx.raw('set local synchronous_commit = on');
    await trx.raw('set local max_parallel_workers_per_gather = 0');
    await trx.raw('select setseed(0.5)');
    await trx.raw(SEALED_TEXTS, {
      texts: TEXTS,
      blocks: Math.ceil((fill.sealedCharacters ?? 1_700) / 4 / 32),
    });
    for (let from = 1; from <= count; from += AT_ONCE) {
      await trx.raw(INSERT, {
        from,
        to: Math.min(count, from + AT_ONCE - 1),
        open: fill.open,
        mark: fill.mark ?? 'a',
        texts: TEXTS,
        areas: [...KNOWLEDGE_AREAS],
        advisers: [...fill.advisers],
        askers: [...fill.askers],
        organisations: [...fill.organisations],
        conflict: fill.conflict?.organisationId ?? null,
        share: fill.conflict?.share ?? 0,
        first: fill.conflictsFirst ?? false,
      });
    }
    await trx.raw(DRAFTS);
    await trx.raw(RECUSALS, { advisers: [...fill.advisers] });
  });
  // Index-only reads stand on what VACUUM knows of the pages.
  for (const table of ['query', 'query_draft', 'recusal', 'break_glass']) {
    await knex.raw('vacuum (analyze) ??.??', [schema, table]);
  }
}

const INSERT = `
  insert into query (id, reference, version, status, request_key, channel,
    asker_kind, raised_by, received_at, nation, areas, language, interpreter,
    safety, tier, high_risk, subject_organisation_id, assignee_id, assigned_at,
    second_reader_id, urgency_band, urgency_reasons, rank, next_limit_on,
    next_limit_title, first_reply_due_at, resolution_due_at, due_at,
    first_replied_at, stopped_at, stopped_for, warned_at, late_at, asker_unread,
    marked, closed_at, retain_until, sealed_question, sealed_who_can_act, sealed_safe_contact,
    sealed_about_service)
  select id, reference, 3, status, id, channel,
    case when raised_by is null then 'survivor' else 'imsa' end, raised_by,
    received_at, nation, areas, 'en', 'not-known',
    '{"nowhere-safe-tonight":"no","contact-with-exploiter":"no","removal-eviction-or-detention":"no"}',
    case when status = 'received' then null else 'advice' end,
    r_high < 0.1, organisation, assignee,
    case when assignee is null then null else received_at + interval '2 hours' end,
    case when status = 'with-second-reader' and r_reader < 0.7
      then (cast(:advisers as text[]))[1 + floor(r_reader / 0.7 * cardinality(cast(:advisers as text[])))::int]
    end,
    band, urgency_reasons,
    case when cast(:first as boolean) and organisation = cast(:conflict as text) then -1 else rank end,
    case when band = 'soon' then (received_at + interval '25 days')::date end,
    case when band = 'soon' then 'Ask for a review of the decision' end,
    due_at, due_at + interval '6 days', due_at,
    case when replied then received_at + interval '5 hours' end,
    case when status = 'waiting-on-asker' then received_at + interval '3 hours' end,
    case when status = 'waiting-on-asker' then 'waiting-on-asker' end,
    due_at, due_at, false, '[]',
    case when status in ('closed', 'merged') then received_at + interval '9 days' end,
    case when status = 'closed' then (received_at + interval '84 months')::date end,
    long.text || long.text, short.text, short.text, short.text
  from (
    select *,
      case when r_subject < cast(:share as float) then cast(:conflict as text)
        when r_subject < 0.4 then (cast(:organisations as text[]))
          [1 + floor(r_organisation * cardinality(cast(:organisations as text[])))::int]
      end as organisation,
      case when status in ('in-hand', 'with-second-reader', 'answered',
          'waiting-on-asker') or (status = 'closed' and r_high < 0.9)
        then (cast(:advisers as text[]))[1 + floor(r_assignee * cardinality(cast(:advisers as text[])))::int]
      end as assignee,
      case when r_asker < 0.5
        then (cast(:askers as text[]))[1 + floor(r_asker * 2 * cardinality(cast(:askers as text[])))::int]
      end as raised_by,
      case when rank < 100 then 'today' when rank < 200 then 'soon' else 'ordinary' end as band,
      case when rank < 200
        then jsonb_build_array(jsonb_build_object('code', 'legal-limit', 'text',
          'A legal limit ends within ten working days'))
        else '[]'::jsonb end as urgency_reasons,
      status in ('answered', 'waiting-on-asker', 'closed') as replied,
      received_at + interval '10 days' as due_at
    from (
      select '0' || cast(:mark as text) || lpad(to_hex(n), 10, '0')
          || substr(md5(cast(:mark as text) || n::text), 1, 14) as id,
        'ADV-' || upper(cast(:mark as text) || lpad(to_hex(n), 5, '0')) as reference,
        case when r_open >= cast(:open as float) then
            case when r_status < 0.95 then 'closed' else 'answered' end
          when r_status < 0.15 then 'received'
          when r_status < 0.40 then 'triaged'
          when r_status < 0.70 then 'in-hand'
          when r_status < 0.75 then 'with-second-reader'
          when r_status < 0.85 then 'answered'
          else 'waiting-on-asker' end as status,
        case when r_channel < 0.5 then 'public-form'
          when r_channel < 0.8 then 'console' else 'phone' end as channel,
        case when r_nation < 0.55 then 'england' when r_nation < 0.75 then 'scotland'
          when r_nation < 0.9 then 'wales' else 'northern-ireland' end as nation,
        areas_of.areas,
        case when r_rank < 0.05 then 97 + floor(r_rank / 0.05 * 3)::int
          when r_rank < 0.3 then 196 + floor(r_rank / 0.3 * 4)::int else 299 end as rank,
        date_trunc('milliseconds', now() - r_age * interval '10 days') as received_at,
        r_subject, r_organisation, r_assignee, r_reader, r_asker, r_high, n
      from (
        select n, random() as r_open, random() as r_status, random() as r_channel,
          random() as r_nation, random() as r_rank, random() as r_age,
          random() as r_subject, random() as r_organisation, random() as r_assignee,
          random() as r_reader, random() as r_asker, random() as r_high,
          floor(random() * cardinality(cast(:areas as text[])))::int as first_area, floor(random() * cardinality(cast(:areas as text[])))::int as second_area
        from generate_series(cast(:from as int), cast(:to as int)) n
      ) drawn
      cross join lateral (
        select array_agg(distinct area) as areas from unnest(cast(:areas as text[])) with ordinality a(area, place)
        where place in (first_area + 1, second_area + 1)
      ) areas_of
    ) spread
  ) row
  join sealed_text long on long.n = 1 + row.n % cast(:texts as int)
  join sealed_text short on short.n = 1 + (row.n * 7) % cast(:texts as int)
  on conflict do nothing`;

const DRAFTS = `
  insert into query_draft (query_id, id, author_id, kind, saved_at, sealed_body)
  select query.id, query.id, query.assignee_id, 'case-specific', now(), sealed_question
  from query
  where status in ('in-hand', 'with-second-reader') and assignee_id is not null
  on conflict do nothing`;

// One query in fifty, each by one adviser.
const RECUSALS = `
  insert into recusal (query_id, person_id, at)
  select id, (cast(:advisers as text[]))[1 + abs(hashtext(id)) % cardinality(cast(:advisers as text[]))], now()
  from query where abs(hashtext(id || 'recused')) % 50 = 0
  on conflict do nothing`;
