import type { Pool } from 'pg';
import type { DirectoryRows } from './directoryRows';

// One statement, so that all four parts are of one moment: a person without
// the employment that was entered with them must never be seen.
const READ = `
  select jsonb_build_object(
    'people', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'displayName', display_name, 'email', email,
        'training', training, 'regulatedUntil', regulated_until,
        'nations', nations, 'specialisms', specialisms,
        'languages', languages,
        'sessionsEndedAt', sessions_ended_at) order by sort_name, id), '[]')
      from network.person),
    'employments', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'personId', person_id, 'organisationId', organisation_id,
        'startedOn', started_on, 'endedOn', ended_on)
        order by started_on, id), '[]')
      from network.employment),
    'grants', (select coalesce(jsonb_agg(jsonb_build_object(
        'personId', person_id, 'role', role, 'employmentId', employment_id,
        'fromOn', from_on, 'untilOn', until_on) order by from_on, id), '[]')
      from network.role_grant),
    'organisations', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'name', name, 'sector', sector, 'nation', nation,
        'area', area, 'standing', standing, 'joinedOn', joined_on,
        'leftOn', left_on) order by sort_name, id), '[]')
      from network.organisation)
  )::text as rows`;

/** One reading of the register: its text, to tell a change, and its rows. */
export interface DirectoryReading {
  text: string;
  rows: DirectoryRows;
}

/** Reads the register's rows in one statement. Rejects when it cannot. */
export async function readDirectoryRows(pool: Pool): Promise<DirectoryReading> {
  const { rows } = await pool.query<{ rows: string }>(READ);
  const text = rows[0]?.rows;
  if (text === undefined) throw new Error('The register gave no answer');
  return { text, rows: JSON.parse(text) as DirectoryRows };
}
