import { KNOWLEDGE_AREAS } from '@imsa-hub/core';
import type { Knex } from 'knex';
import { SEALED_TEXTS, TEXTS } from './sealedTexts';

/** How {@link fillCases} spreads its cases. */
export interface CaseFill {
  /** A connection that may write the tables of complex cases. */
  knex: Knex;
  /** Their schema; `escalations` unless told. */
  schema?: string;
  /** How many cases are added. */
  count: number;
  /** The share of them that is open, from 0 to 1. */
  open: number;
  /** Register ids of those who sit at the desk. */
  handlers: readonly string[];
  /** Register ids of those who bring cases. */
  raisers: readonly string[];
  /** Register ids of the organisations that cases are about. */
  organisations: readonly string[];
  /** One of these, and the share of all cases that is about it. */
  conflict?: { organisationId: string; share: number };
  /** By which law the limits count as worked out, so that nothing does it again. */
  limitsLaw?: string;
}

const AT_ONCE = 100_000;
/** Characters of sealed text in each case, over its two columns. */
const SEALED_CHARACTERS = 1_700;

/**
 * Adds invented cases by set-based SQL: states, levels, nations, areas, risks,
 * ranks with many ties, conflicts, people with a part, recusals, tasks and
 * opinions that are open. Their sealed columns hold random text; nothing in them
 * can be opened. The same fill has the same rows each time.
 */
export async function fillCases(fill: CaseFill): Promise<void> {
  const { knex, schema = 'escalations', count } = fill;
  await knex.transaction(async trx => {
    await trx.raw('set local search_path to ??', [schema]);
    // VACUUM marks pages only when what they hold is safely on the disk.
    await trx.raw('set local synchronous_commit = on');
    await trx.raw('set local max_parallel_workers_per_gather = 0');
    await trx.raw('select setseed(0.5)');
    await trx.raw(SEALED_TEXTS, {
      texts: TEXTS,
      blocks: Math.ceil(SEALED_CHARACTERS / 2 / 32),
    });
    for (let from = 1; from <= count; from += AT_ONCE) {
      await trx.raw(INSERT, {
        from,
        to: Math.min(count, from + AT_ONCE - 1),
        open: fill.open,
        texts: TEXTS,
        areas: [...KNOWLEDGE_AREAS],
        handlers: [...fill.handlers],
        raisers: [...fill.raisers],
        organisations: [...fill.organisations],
        conflict: fill.conflict?.organisationId ?? null,
        share: fill.conflict?.share ?? 0,
        law: fill.limitsLaw ?? null,
      });
    }
    for (const statement of [PARTS, RECUSALS, TASKS, OPINIONS]) {
      await trx.raw(statement, { handlers: [...fill.handlers] });
    }
  });
  for (const table of ['escalation', 'participant', 'task', 'opinion']) {
    await knex.raw('vacuum (analyze) ??.??', [schema, table]);
  }
  await knex.raw('vacuum (analyze) ??.recusal', [schema]);
}

const INSERT = `
  insert into escalation (id, reference, version, type, status, level,
    case_reference, nation, region, areas, tier, risks, consent, nrm_consent,
    raised_by, raised_at, lead_id, handler_id, subject_organisation_id, rank,
    press_on, next_limit_on, next_limit_title, limits_law, state_since,
    state_due_at, warned_at, late_at, waiting_for, closed_at, retain_until,
    key_outcomes, sealed_asked_of_hub, sealed_options_explained)
  select id, reference, 3, 'general', status,
    case when r_level < 0.85 then 'senior-imsa' when r_level < 0.97
      then 'hub-manager' else 'outside-specialist' end,
    'NG-' || lpad(row.n::text, 7, '0'), nation, region, areas, 'full-advocacy',
    case when rank < 2 then array['destitution'] else '{}' end, 'given',
    'already-referred', raised_by, raised_at, raised_by,
    case when status not in ('raised', 'returned', 'withdrawn')
      then (cast(:handlers as text[]))[1 + floor(r_handler * cardinality(cast(:handlers as text[])))::int] end,
    case when r_subject < cast(:share as float) then cast(:conflict as text)
      when r_subject < 0.4 then (cast(:organisations as text[]))
        [1 + floor(r_organisation * cardinality(cast(:organisations as text[])))::int] end,
    rank, press_on,
    case when rank = 1 then press_on end,
    case when rank = 1 then 'Ask for a review of the decision' end,
    cast(:law as text), raised_at, due_at, due_at, due_at,
    case when status = 'waiting' then 'third-party' end,
    case when ended then raised_at + interval '20 days' end,
    case when ended then current_date + 1000 end,
    '{}', one.text, other.text
  from (
    select *, status in ('closed', 'withdrawn') as ended,
      case when status not in ('closed', 'withdrawn') then raised_at + interval '9 days' end as due_at,
      (raised_at + interval '30 days')::date as press_on
    from (
      select n, '0c' || lpad(to_hex(n), 10, '0') || substr(md5('c' || n::text), 1, 14) as id,
        'ESC-' || upper('C' || lpad(to_hex(n), 5, '0')) as reference,
        case when r_open >= cast(:open as float) then
            case when r_status < 0.9 then 'closed' else 'withdrawn' end
          when r_status < 0.15 then 'raised' when r_status < 0.2 then 'returned'
          when r_status < 0.3 then 'accepted' when r_status < 0.75 then 'in-progress'
          when r_status < 0.92 then 'waiting' else 'resolved' end as status,
        case when r_nation < 0.55 then 'england' when r_nation < 0.75 then 'scotland'
          when r_nation < 0.9 then 'wales' else 'northern-ireland' end as nation,
        case when r_nation < 0.55 then 'london' when r_nation < 0.75 then 'scotland'
          when r_nation < 0.9 then 'wales' else 'northern-ireland' end as region,
        areas_of.areas,
        case when r_rank < 0.1 then 0 when r_rank < 0.35 then 1 else 2 end as rank,
        date_trunc('milliseconds', now() - r_age * interval '300 days') as raised_at,
        (cast(:raisers as text[]))[1 + floor(r_raiser * cardinality(cast(:raisers as text[])))::int] as raised_by,
        r_level, r_handler, r_subject, r_organisation
      from (
        select n, random() as r_open, random() as r_status, random() as r_nation,
          random() as r_rank, random() as r_age, random() as r_raiser,
          random() as r_level, random() as r_handler, random() as r_subject,
          random() as r_organisation,
          floor(random() * cardinality(cast(:areas as text[])))::int as first_area,
          floor(random() * cardinality(cast(:areas as text[])))::int as second_area
        from generate_series(cast(:from as int), cast(:to as int)) n
      ) drawn
      cross join lateral (
        select array_agg(distinct area) as areas
        from unnest(cast(:areas as text[])) with ordinality a(area, place)
        where place in (first_area + 1, second_area + 1)
      ) areas_of
    ) spread
  ) row
  join sealed_text one on one.n = 1 + row.n % cast(:texts as int)
  join sealed_text other on other.n = 1 + (row.n * 7) % cast(:texts as int)
  on conflict do nothing`;

const PARTS = `
  insert into participant (id, escalation_id, person_id, part, since)
  select substr(md5(id || part), 1, 26), id, person_id, part, raised_at
  from escalation cross join lateral (values ('raiser', raised_by),
    ('lead', lead_id), ('handler', handler_id)) parts(part, person_id)
  where person_id is not null and id like '0c%'
  on conflict do nothing`;

// One case in fifty, each by one person of the desk.
const RECUSALS = `
  insert into recusal (escalation_id, person_id, at)
  select id, (cast(:handlers as text[]))[1 + abs(hashtext(id)) % cardinality(cast(:handlers as text[]))], now()
  from escalation where abs(hashtext(id || 'recused')) % 50 = 0 and id like '0c%'
  on conflict do nothing`;

// Due long after anybody could be told of it.
const TASKS = `
  insert into task (id, escalation_id, owner_id, due_on, created_by, created_at, sealed_title)
  select substr(md5(id || 'task'), 1, 26), id, handler_id, current_date + 1000,
    handler_id, raised_at, sealed_asked_of_hub
  from escalation
  where open and handler_id is not null and id like '0c%'
    and abs(hashtext(id || 'task')) % 3 = 0
  on conflict do nothing`;

const OPINIONS = `
  insert into opinion (id, escalation_id, asked_of, asked_by, asked_at, sealed_question)
  select substr(md5(id || 'opinion'), 1, 26), id, lead_id, handler_id, raised_at,
    sealed_asked_of_hub
  from escalation
  where open and handler_id is not null and lead_id <> handler_id
    and id like '0c%' and abs(hashtext(id || 'opinion')) % 10 = 0
  on conflict do nothing`;
