import { downAndUp } from '@imsa-hub/testing';
import { MIGRATIONS, TestRegister } from './testing/aRegister';

let register: TestRegister;
beforeAll(async () => {
  register = await TestRegister.create();
});
afterAll(() => register.destroy());

const tables = async () => {
  const { rows } = await register.database.owner.raw(
    `select table_name from information_schema.tables
     where table_schema = 'network' and table_name not like 'migration%'
     order by 1`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
};

test('up, down and up again on a filled register', async () => {
  const all = await tables();
  expect(all).toEqual([
    'employment',
    'erasure',
    'hold',
    'identity',
    'ledger_entry',
    'ledger_head',
    'ledger_outbox',
    'organisation',
    'person',
    'role_grant',
  ]);
  const organisation = await register.organisation('Filled Ltd');
  await register.active('Filled Person', 'imsa', organisation);

  const walked = await downAndUp({
    database: register.database,
    schema: 'network',
    migrations: MIGRATIONS,
  });
  expect(walked.faults).toEqual([]);
  expect(await tables()).toEqual(all);
});

describe('what the tables refuse', () => {
  let organisation: string;
  let person: string;
  beforeAll(async () => {
    organisation = await register.organisation('Northgate Test');
    person = await register.person('Ada Test');
  });

  it('two people with one address, however it is written', async () => {
    await register.person('One', { email: 'same@hub.example' });
    await expect(
      register.person('Two', { email: 'SAME@Hub.example' }),
    ).rejects.toMatchObject({ constraint: 'person_one_email' });
  });

  it.each([
    ['2026-01-31', '2028-05-31', true],
    ['2026-01-31', '2028-05-30', false],
    ['2025-10-31', '2028-02-29', true],
    ['2025-10-31', '2028-02-28', false],
    ['2026-01-01', null, false],
  ])('an IMSA employed %s to %s: holds %s', async (from, to, holds) => {
    const refusedBy = await register
      .employment(person, organisation, {
        started_on: from,
        planned_end_on: to,
      })
      .then(
        () => undefined,
        error => error.constraint,
      );
    expect(refusedBy).toBe(holds ? undefined : 'employment_imsa_term');
  });

  it('a role of the Hub or an employer without an employment', async () => {
    await expect(
      register.role(person, 'organisation-officer', null),
    ).rejects.toMatchObject({ constraint: 'role_grant_within_employment' });
  });

  it('a role that stands on somebody else’s employment', async () => {
    const other = await register.person('Bob Test');
    const employment = await register.employment(other, organisation);
    await expect(
      register.role(person, 'imsa', employment),
    ).rejects.toMatchObject({ constraint: 'role_grant_employment' });
  });

  it('half a licence for immigration advice', async () => {
    await expect(
      register.person('Half', { regulated_for_immigration: true }),
    ).rejects.toMatchObject({ constraint: 'person_regulation_complete' });
  });

  it('changing or taking away what the ledger says', async () => {
    await register.work.run({ id: 'system', chain: 'system' }, async unit =>
      unit.record({ type: 'network.test', subject: 'test:1' }),
    );
    await expect(
      register.app('ledger_entry').update({ why: 'other' }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(register.app('ledger_entry').delete()).rejects.toMatchObject({
      code: '42501',
    });
  });
});
