const { createLedgerTables, dropLedgerTables } = require('@imsa-hub/core-node');

/**
 * The register: organisations, people, employments, roles and the identities
 * people sign in with. All ranges of dates are half-open: the second date is
 * the first day on which it no longer holds. A day is one of Europe/London.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table organisation (
      id text primary key,
      name text not null,
      -- Lower case without accents, so that every server sorts alike.
      sort_name text collate "C" not null,
      sector text not null,
      nation text not null,
      area text not null,
      cohort text,
      standing text not null default 'current',
      joined_on date not null,
      left_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint organisation_sector check (sector in ('hub', 'ngo',
        'community-or-faith-group', 'nrm-provider', 'statutory-service',
        'supervision-provider')),
      constraint organisation_nation check (nation in ('england', 'wales',
        'scotland', 'northern-ireland')),
      constraint organisation_standing check (standing in ('current',
        'suspended', 'left')),
      constraint organisation_left_after_joined check (left_on >= joined_on),
      constraint organisation_left_has_date check (
        (standing = 'left') = (left_on is not null)),
      constraint organisation_version check (version > 0)
    );
    create unique index organisation_one_name on organisation (sort_name);
    create index organisation_list on organisation (sort_name, id);

    create table person (
      id text primary key,
      display_name text not null,
      sort_name text collate "C" not null,
      email text not null,
      training text not null,
      regulated_for_immigration boolean not null default false,
      regulator text,
      regulation_number text,
      regulated_until date,
      nations text[] not null default '{}',
      specialisms text[] not null default '{}',
      languages text[] not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint person_training check (training in ('accredited', 'trainee',
        'not-an-imsa')),
      constraint person_email check (position('@' in email) > 1),
      constraint person_regulation_complete check (
        regulated_for_immigration = (regulator is not null)
        and regulated_for_immigration = (regulation_number is not null)
        and regulated_for_immigration = (regulated_until is not null)),
      constraint person_nations check (nations <@ array['england', 'wales',
        'scotland', 'northern-ireland']),
      constraint person_version check (version > 0)
    );
    create unique index person_one_email on person (lower(email));
    create index person_list on person (sort_name, id);

    create table employment (
      id text primary key,
      person_id text not null references person (id),
      organisation_id text not null references organisation (id),
      kind text not null,
      started_on date not null,
      planned_end_on date,
      ended_on date,
      end_reason text,
      created_at timestamptz not null default now(),
      constraint employment_kind check (kind in ('secondment', 'external',
        'staff')),
      -- An IMSA's employment is planned for 28 months at least; interval
      -- arithmetic takes the last day of a shorter month, as the rule does.
      constraint employment_imsa_term check (kind = 'staff' or (
        planned_end_on is not null
        and planned_end_on >= (started_on + interval '28 months')::date)),
      constraint employment_plan_after_start check (
        planned_end_on > started_on),
      -- The same day twice is an employment that never began.
      constraint employment_end_after_start check (ended_on >= started_on),
      constraint employment_end_has_reason check (
        (ended_on is null) = (end_reason is null)),
      constraint employment_end_reason check (end_reason in ('term-complete',
        'resigned', 'returned-to-post', 'organisation-left', 'conduct',
        'entered-in-error', 'other')),
      -- What role_grant refers to, so that a role stands on an employment of
      -- the same person.
      constraint employment_of_person unique (id, person_id)
    );
    create index employment_person on employment (person_id);
    create index employment_organisation on employment (organisation_id);

    create table role_grant (
      id text primary key,
      person_id text not null references person (id),
      role text not null,
      employment_id text,
      from_on date not null,
      until_on date,
      created_at timestamptz not null default now(),
      constraint role_grant_role check (role in ('hub-manager',
        'advice-coordinator', 'senior-imsa', 'imsa', 'clinical-supervisor',
        'organisation-officer', 'advisory-board', 'meal-analyst',
        'platform-admin')),
      constraint role_grant_employment foreign key (employment_id, person_id)
        references employment (id, person_id),
      constraint role_grant_within_employment check (
        employment_id is not null or role in ('clinical-supervisor',
        'advisory-board', 'platform-admin')),
      constraint role_grant_until_after_from check (until_on >= from_on)
    );
    create index role_grant_person on role_grant (person_id);
    create index role_grant_employment on role_grant (employment_id);

    create table identity (
      issuer text not null,
      subject text not null,
      person_id text not null references person (id),
      bound_at timestamptz not null default now(),
      constraint identity_key primary key (issuer, subject),
      constraint identity_one_per_issuer unique (issuer, person_id)
    );

    -- Tells every process that holds the register to read it again. Equal
    -- messages of one transaction arrive once.
    create function tell_network_changed() returns trigger
      language plpgsql set search_path = pg_catalog as $tell$
      begin
        perform pg_notify('hub_network', '');
        return null;
      end $tell$;
  `);
  for (const table of ['organisation', 'person', 'employment', 'role_grant']) {
    await knex.raw(`
      create trigger ${table}_changed
        after insert or update or delete or truncate on ${table}
        for each statement execute function tell_network_changed();
    `);
  }
  await createLedgerTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
  await knex.raw(`
    drop table identity, role_grant, employment, person, organisation;
    drop function tell_network_changed();
  `);
};
