import type {
  ErasureReason,
  ErasureStatus,
  HoldReason,
} from '@imsa-hub/network-common';
import type { Knex } from 'knex';

/** A person as subject access needs them. */
export interface SubjectRow {
  id: string;
  display_name: string;
  erased_at: Date | null;
  was_imsa: boolean;
  /** A role or an employment holds today or is still to begin. */
  is_here: boolean;
  /** First day without a role, `YYYY-MM-DD`; the day of entry without any. */
  left_on: string;
  organisation_ids: string[];
}

/** A row of `hold` that is open. */
export interface HoldRow {
  id: string;
  person_id: string;
  reason: HoldReason;
  placed_at: Date;
}

/** A row of `erasure`. */
export interface ErasureRow {
  id: string;
  person_id: string;
  reason: ErasureReason;
  status: ErasureStatus;
  asked_by: string;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

const LATEST = 50;

const SUBJECT = `
  select p.id, p.display_name, p.erased_at,
    p.training <> 'not-an-imsa' or exists (select 1 from role_grant g
      where g.person_id = p.id and g.role in ('imsa', 'senior-imsa'))
      as was_imsa,
    coalesce(greatest(roles.ends, posts.ends) > :today, false) as is_here,
    coalesce(nullif(greatest(roles.ends, posts.ends), 'infinity'),
      (p.created_at at time zone 'Europe/London')::date)::text as left_on,
    coalesce(posts.organisation_ids, '{}') as organisation_ids
  from person p
  cross join lateral (select max(least(coalesce(g.until_on, 'infinity'),
      coalesce(e.ended_on, 'infinity'))) as ends
    from role_grant g left join employment e on e.id = g.employment_id
    where g.person_id = p.id) roles
  cross join lateral (select max(coalesce(e.ended_on, 'infinity')) as ends,
      array_agg(distinct e.organisation_id) as organisation_ids
    from employment e where e.person_id = p.id) posts
  where p.id = :personId`;

/** The person, whoever asks; nothing where there is none. */
export async function findSubject(options: {
  knex: Knex;
  personId: string;
  /** `YYYY-MM-DD` in Europe/London. */
  today: string;
}): Promise<SubjectRow | undefined> {
  const { knex, ...bindings } = options;
  const { rows } = await knex.raw<{ rows: SubjectRow[] }>(SUBJECT, bindings);
  return rows[0];
}

/** Holds the person's row until the end of the transaction. */
export async function lockPerson(
  trx: Knex.Transaction,
  personId: string,
): Promise<void> {
  await trx('person').where({ id: personId }).forUpdate().select('id');
}

/** The hold on a person that is open. */
export function openHold(
  knex: Knex,
  personId: string,
): Promise<HoldRow | undefined> {
  return knex
    .table('hold')
    .where({ person_id: personId })
    .whereNull('lifted_at')
    .first('id', 'person_id', 'reason', 'placed_at');
}

/** The erasure of a person that is open, or else the latest. */
export function latestErasure(
  knex: Knex,
  personId: string,
): Promise<ErasureRow | undefined> {
  return knex
    .table('erasure')
    .where({ person_id: personId })
    .orderBy([{ column: 'asked_at', order: 'desc' }, 'id'])
    .first();
}

/** Erasures that are open, then the latest others. */
export function listErasures(knex: Knex): Promise<ErasureRow[]> {
  return knex
    .table('erasure')
    .orderByRaw("status in ('asked', 'confirmed') desc, asked_at desc, id")
    .limit(LATEST);
}
