import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { PostgresListener } from '@imsa-hub/core-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { aRule, aVersion, shippedWith } from './__fixtures__/aLaw';
import { DatabaseDeadlineDirectory } from './DatabaseDeadlineDirectory';
import { createDeadlineRuleProviders } from './deadlineRuleProviders';

const MIGRATIONS = resolve(__dirname, '../../deadlines-backend/migrations');
const logger = mockServices.logger.mock();
let database: TestDatabase;
const closing: Array<() => unknown> = [];

beforeAll(async () => {
  database = await createTestDatabase({
    schemas: [{ schema: 'deadlines', migrations: MIGRATIONS }],
  });
});
afterAll(async () => {
  for (const close of closing) await close();
  await database.destroy();
});

/** A process of its own, as far as the directory can tell. */
async function aProcess(
  providers = createDeadlineRuleProviders(),
): Promise<DatabaseDeadlineDirectory> {
  const listener = new PostgresListener({
    config: new ConfigReader({
      hub: { database: { connection: database.connection } },
    }),
    logger,
  });
  const directory = new DatabaseDeadlineDirectory({
    knex: database.app('deadlines'),
    shipped: shippedWith(aRule()),
    providers,
    listener,
    logger,
  });
  closing.push(
    () => listener.close(),
    () => directory.close(),
  );
  await listener.connect();
  directory.start();
  await directory.begin(5_000);
  return directory;
}

async function decide(row: ReturnType<typeof aVersion>) {
  await database
    .app('deadlines')('rule_version')
    .insert({
      ...row,
      rule: JSON.stringify(row.rule),
      shipped: JSON.stringify(row.shipped),
    });
}

it('answers nothing before it has been read', () => {
  const directory = new DatabaseDeadlineDirectory({
    knex: database.app('deadlines'),
    shipped: shippedWith(aRule()),
    providers: createDeadlineRuleProviders(),
    listener: { on: () => undefined },
    logger,
  });
  expect(() => directory.current()).toThrow('have not been read yet');
});

it('counts in every process within two seconds of a decision', async () => {
  const processes = [await aProcess(), await aProcess()];
  const told = processes.map(
    directory => new Promise<void>(done => directory.onChange(() => done())),
  );
  const before = processes.map(directory => directory.current().version);
  const begun = performance.now();
  await decide(aVersion(aRule({ effectiveTo: '2027-04-01' })));
  await Promise.all(told);
  expect(performance.now() - begun).toBeLessThan(2_000);
  for (const directory of processes) {
    expect(directory.current().rules[0]?.effectiveTo).toBe('2027-04-01');
    expect(before).not.toContain(directory.current().version);
  }
});

it('stays the same object while nothing changes', async () => {
  const directory = await aProcess();
  const law = directory.current();
  await directory.refresh();
  expect(directory.current()).toBe(law);
});

it('takes in rules that a module adds after the first reading', async () => {
  const providers = createDeadlineRuleProviders();
  const directory = await aProcess(providers);
  providers.addProvider({
    id: 'local',
    rules: () => [aRule({ id: 'local-rule' })],
  });
  expect(directory.current().states.has('local-rule')).toBe(true);
});

it('does not begin where a module brings a rule that does not fit', async () => {
  const providers = createDeadlineRuleProviders();
  providers.addProvider({ id: 'clash', rules: () => [aRule()] });
  await expect(aProcess(providers)).rejects.toThrow(
    'Both the catalog and clash bring this rule',
  );
});

it('is only ever added to', async () => {
  const app = database.app('deadlines');
  for (const change of [
    app('rule_version').update({ reason: 'Otherwise' }),
    app('rule_version').delete(),
    database.owner('deadlines.rule_version').update({ reason: 'Otherwise' }),
  ]) {
    await expect(change).rejects.toThrow('only ever added to');
  }
});
