import type { Inside } from '../access/Inside';

/** What is counted when nobody can read anything any more, as one text. */
export async function countRecords(inside: Inside): Promise<string> {
  const by = (what: string, from = 'escalations.escalation e') =>
    `(select coalesce(json_object_agg(what, n order by what), '{}') from
      (select ${what} as what, count(*) as n from ${from} group by 1) counted)`;
  const counted: unknown = await inside.value(
    `select json_build_object(
      'status', ${by('e.status')},
      'nation', ${by('e.nation')},
      'region', ${by('e.region')},
      'tier', ${by('e.tier')},
      'area', ${by('area', 'escalations.escalation e, unnest(e.areas) area')},
      'outcome', ${by(`o.area || ' ' || o.result`, 'escalations.outcome o')},
      'query', ${by(`q.status || ' ' || q.nation`, 'advice.query q')},
      'queryArea', ${by('area', 'advice.query q, unnest(q.areas) area')},
      'queryOutcome', ${by(`o.area || ' ' || o.result`, 'advice.query_outcome o')},
      'keyOutcome', ${by('o', 'escalations.escalation e, unnest(e.key_outcomes) o')})`,
  );
  return JSON.stringify(counted);
}
