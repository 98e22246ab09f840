-- A shelf beside the hub's own tables, for the check of the flow alone: the rows
-- of a case as they were, and the way to put them back in one transaction.
create schema shelf;

-- Which tables hold rows of a case, read from the database itself, so that a
-- table that a plugin adds later is kept, put back and watched like the others.
create table shelf.place as
select t.table_name::text as name,
  exists (select from escalations.append_only a
    where a.table_name = t.table_name) as only_grows,
  -- Takes the id of the case in place of %1$L.
  case t.table_name when 'escalation' then 'id = %1$L'
    else 'escalation_id = %1$L' end as which,
  (select string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
    from information_schema.columns c
    where c.table_schema = 'escalations' and c.table_name = t.table_name
      and c.is_generated = 'NEVER') as columns
from information_schema.tables t
where t.table_schema = 'escalations' and t.table_type = 'BASE TABLE'
  and (t.table_name = 'escalation' or exists (
    select from information_schema.columns c
    where c.table_schema = 'escalations' and c.table_name = t.table_name
      and c.column_name = 'escalation_id'));
-- The keys of a case and of the drafts to mend it; a draft that was raised is
-- gone, and its key is known from what was kept.
insert into shelf.place
select 'sealed_case', false,
  'case_id = %1$L
    or case_id in (select id from escalations.draft where escalation_id = %1$L)
    or case_id in (select key.value->>''case_id''
      from shelf.kept k, jsonb_array_elements(k.rows) key
      where k.case_id = %1$L and k.name = ''sealed_case'')',
  string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
from information_schema.columns c
where c.table_schema = 'escalations' and c.table_name = 'sealed_case';

create table shelf.kept (
  case_id text not null,
  scene text not null,
  name text not null,
  rows jsonb not null,
  primary key (case_id, scene, name)
);

create function shelf.rows_of(place shelf.place, the_case text) returns jsonb
language plpgsql as $$
declare found jsonb;
begin
  execute format('select coalesce(jsonb_agg(to_jsonb(t) order by t::text), ''[]'')
    from escalations.%I t where ', place.name) || format(place.which, the_case)
    into found;
  return found;
end $$;

-- Everything that a change of the case would leave, as one text.
create function shelf.traces(the_case text) returns text language sql as $$
  select string_agg(p.name || ' ' || shelf.rows_of(p, the_case)::text, E'\n' order by p.name)
  from shelf.place p
$$;

create function shelf.keep(the_case text, the_scene text) returns void
language sql as $$
  delete from shelf.kept where case_id = the_case and scene = the_scene;
  insert into shelf.kept
  select the_case, the_scene, p.name, shelf.rows_of(p, the_case)
  from shelf.place p
$$;

create function shelf.put_back(the_case text, the_scene text) returns void
language plpgsql as $$
declare place shelf.place; kept_rows jsonb;
begin
  -- Rows refer to each other; all of them come back together.
  perform set_config('session_replication_role', 'replica', true);
  -- Keys first: which they are is read from the drafts.
  for place in select * from shelf.place order by name = 'sealed_case' desc loop
    select k.rows into strict kept_rows from shelf.kept k
      where k.case_id = the_case and k.scene = the_scene and k.name = place.name;
    execute format('delete from escalations.%I where ', place.name)
      || format(place.which, the_case);
    if kept_rows <> '[]' then
      execute format('insert into escalations.%1$I (%2$s) select %2$s
        from jsonb_populate_recordset(null::escalations.%1$I, $1)',
        place.name, place.columns) using kept_rows;
    end if;
  end loop;
end $$;

-- Rows of a table that only grows which are not any more as they were kept.
create function shelf.lost(the_case text, the_scene text) returns jsonb
language plpgsql as $$
declare place shelf.place; now_there jsonb; gone jsonb; all_gone jsonb := '[]';
begin
  for place in select * from shelf.place where only_grows loop
    now_there := shelf.rows_of(place, the_case);
    select coalesce(jsonb_agg(place.name || ' ' || old.value::text), '[]') into gone
    from shelf.kept k, jsonb_array_elements(k.rows) old
    where k.case_id = the_case and k.scene = the_scene and k.name = place.name
      and not now_there @> jsonb_build_array(old.value);
    all_gone := all_gone || gone;
  end loop;
  return all_gone;
end $$;

create function shelf.people(the_case text, the_part text) returns jsonb
language sql as $$
  select coalesce(jsonb_agg(p.person_id order by p.person_id), '[]')
  from escalations.participant p
  where p.escalation_id = the_case and p.until is null
    and (the_part is null or p.part = the_part)
$$;

-- How a case stands, as far as the check's invariants speak of it.
create function shelf.standing(the_case text) returns jsonb language sql as $$
  select jsonb_build_object(
    'status', e.status, 'version', e.version, 'nation', e.nation,
    'raisedBy', e.raised_by, 'leadId', e.lead_id, 'nextLeadId', e.next_lead_id,
    'handlerId', e.handler_id,
    'dueAt', e.state_due_at, 'nextLimitOn', e.next_limit_on,
    'leads', shelf.people(e.id, 'lead'),
    'nextLeads', shelf.people(e.id, 'next-lead'),
    'handlers', shelf.people(e.id, 'handler'),
    'opinions', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id,
        'personId', o.asked_of)), '[]')
      from escalations.opinion o where o.escalation_id = e.id
        and o.given_at is null and o.lapsed_at is null),
    'spends', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id,
        'personId', s.proposed_by)), '[]')
      from escalations.spend s
      where s.escalation_id = e.id and s.state = 'proposed'),
    'handovers', (select coalesce(jsonb_agg(h.to_id), '[]')
      from escalations.handover h
      where h.escalation_id = e.id and h.ended_at is null),
    'tasks', (select coalesce(jsonb_agg(t.id), '[]') from escalations.task t
      where t.escalation_id = e.id and t.state = 'open'),
    'events', (select coalesce(jsonb_agg(jsonb_build_object(
        'ruleId', v.rule_id, 'date', v.event_date)), '[]')
      from escalations.event v where v.escalation_id = e.id and not v.struck
        and not exists (select from escalations.event n
          where n.escalation_id = v.escalation_id and n.place = v.place
            and n.version > v.version)),
    'requests', (select coalesce(jsonb_agg(r.due_on), '[]')
      from escalations.legal_request r where r.escalation_id = e.id
        and not r.struck and r.due_on is not null and r.answered_on is null
        and not exists (select from escalations.legal_request n
          where n.escalation_id = r.escalation_id and n.place = r.place
            and n.version > r.version)),
    'eventPlaces', (select coalesce(jsonb_agg(distinct v.place), '[]')
      from escalations.event v where v.escalation_id = e.id))
  from escalations.escalation e
  where e.id = the_case
$$;

-- What people did to a case or were refused on it since a moment. Whoever writes
-- a document is shown it, and to be shown something sealed is an entry too.
create function shelf.entries(subjects text[], since timestamptz) returns jsonb
language sql as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'actor', actor, 'type', type,
    'subject', subject, 'at', at) order by at), '[]')
  from escalations.ledger_entry
  where subject = any(subjects) and at > since and actor <> 'system'
    and type not in ('escalations.read', 'escalations.document-read')
$$;
