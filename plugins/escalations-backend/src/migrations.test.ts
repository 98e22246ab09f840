import { changesOf, createTestDatabase, downAndUp } from '@imsa-hub/testing';
import { resolve } from 'node:path';

const SCHEMA = 'escalations';
const MIGRATIONS = resolve(__dirname, '../migrations');

let database: Awaited<ReturnType<typeof createTestDatabase>>;
afterAll(() => database?.destroy());

/** What happened, which the running hub can only add to. */
const PAST = [
  'submission',
  'entry',
  'statement',
  'encounter',
  'event',
  'legal_request',
  'safety_check',
  'document',
  'breach',
  'closing',
  'outcome',
  'specialist',
  'retention_step',
  'recusal',
  'break_glass',
  'ledger_entry',
  // Without it the next start would let the running role change the past.
  'append_only',
];

test('each migration down and up again on filled tables', async () => {
  const made = { schema: SCHEMA, migrations: MIGRATIONS };
  database = await createTestDatabase({ schemas: [made] });
  await database.owner.raw(
    `insert into escalations.escalation (id, reference, type, status,
       case_reference, nation, region, areas, tier, consent, nrm_consent,
       raised_by, raised_at, rank, press_on, state_since, sealed_asked_of_hub,
       sealed_options_explained, released_at)
     select 'e' || n, 'ESC-' || n, 'general', 'accepted', 'NG-1', 'england',
       'london', '{}', 'advice', 'given', 'refused', 'ada', now(), 1,
       current_date, now(), 'x', 'x', now() from generate_series(1, 500) n`,
  );
  const walked = await downAndUp({ database, ...made });
  expect(walked.faults).toEqual([]);
  expect(walked.migrations).toBeGreaterThan(2);
  expect(await changesOf(database.app(SCHEMA), PAST)).toEqual([]);
  expect(await changesOf(database.app(SCHEMA), ['task'])).toEqual([
    'task: changed',
    'task: deleted',
  ]);
}, 60_000);
