import type { FirstManager } from './enterFirstManager';
import { enterFirstManager } from './enterFirstManager';
import { TestRegister } from '../testing/aRegister';

let register: TestRegister;
beforeEach(async () => {
  register = await TestRegister.create();
});
afterEach(() => register.destroy());

const ada: FirstManager = {
  name: 'Ada Example',
  email: 'ada@hub.example',
  organisation: 'The Hub',
  nation: 'england',
  area: 'Leeds',
};
const enter = (rest: Partial<FirstManager> = {}) =>
  enterFirstManager({ work: register.work, manager: { ...ada, ...rest } });
const countOf = async (table: string) =>
  Number((await register.app(table).count())[0]?.count);

it('can sign in with a verified address, and is Hub Manager', async () => {
  const { personId, organisationId, isNewOrganisation } = await enter();
  expect(isNewOrganisation).toBe(true);
  const directory = await register.directory();
  const admitted = await directory.admit({
    issuer: 'https://idp.example',
    subject: 'ada-1',
    email: 'ada@hub.example',
    emailVerified: true,
  });
  expect(admitted).toMatchObject({
    id: personId,
    displayName: 'Ada Example',
    roles: ['hub-manager'],
    organisationIds: [organisationId],
  });
});

it('stands in the ledger as the doing of the system', async () => {
  const { personId, organisationId } = await enter();
  expect(await register.ledgerOf(`organisation:${organisationId}`)).toEqual([
    'network.organisation-registered',
  ]);
  expect(await register.ledgerOf(`person:${personId}`)).toEqual([
    'network.person-registered',
    'network.employment-started',
    'network.role-granted',
  ]);
  expect(await register.app('ledger_entry').distinct('actor')).toEqual([
    { actor: 'system' },
  ]);
});

it('is refused where there is a Hub Manager, and stores nothing', async () => {
  await enter();
  await expect(
    enter({ email: 'bea@hub.example', organisation: 'Another' }),
  ).rejects.toThrow('There is a Hub Manager already');
  expect(await countOf('person')).toBe(1);
  expect(await countOf('organisation')).toBe(1);
});

it('is refused where one is to begin later', async () => {
  const northgate = await register.organisation('Northgate');
  const person = await register.person('Bea');
  const employment = await register.employment(person, northgate);
  await register.role(person, 'hub-manager', employment, {
    from_on: '2090-01-01',
  });
  await expect(enter()).rejects.toThrow('There is a Hub Manager already');
});

it('goes to one of two commands at once', async () => {
  const outcomes = await Promise.allSettled([
    enter(),
    enter({ email: 'bea@hub.example' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
  ]);
  expect(await countOf('role_grant')).toBe(1);
});

it('works for an organisation of the register, where the last one has left', async () => {
  const northgate = await register.organisation('Northgate');
  const { employmentId } = await register.active(
    'Bea',
    'hub-manager',
    northgate,
  );
  await expect(enter()).rejects.toThrow('already');
  await register
    .app('employment')
    .where({ id: employmentId })
    .update({ ended_on: '2026-02-01', end_reason: 'resigned' });
  expect(await enter({ organisation: 'NORTHGATE' })).toMatchObject({
    organisationId: northgate,
    isNewOrganisation: false,
  });
});

it('is refused for an address of somebody in the register', async () => {
  await register.person('Ada', { email: 'ada@hub.example' });
  await expect(enter()).rejects.toThrow('address is in the register already');
  expect(await countOf('organisation')).toBe(0);
  expect(await countOf('ledger_entry')).toBe(0);
});
