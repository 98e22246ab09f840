import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import {
  inventoryFaults,
  readDataInventory,
  type HeldColumn,
} from '../testing/dataInventory';
import { migrationsOf, SCHEMAS } from './schemas';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({
    schemas: SCHEMAS.map(schema => ({
      schema,
      migrations: migrationsOf(schema),
    })),
  });
});
afterAll(() => database?.destroy());

async function faults(): Promise<string[]> {
  const { rows } = await database.owner.raw<{ rows: HeldColumn[] }>(
    `select table_schema as schema, table_name as table, column_name as column
       from information_schema.columns where table_schema = any(?)`,
    [[...SCHEMAS]],
  );
  return inventoryFaults({ inventory: readDataInventory(), columns: rows });
}

test('every column of the hub is classified, and nothing that is gone', async () => {
  expect(await faults()).toEqual([]);
});

test('a new column, a new table and a column that went are found', async () => {
  await database.owner.raw(`
    alter table advice.query add column shoe_size text;
    alter table network.person drop column languages;
    alter table escalations.task rename column sealed_title to title;
    create table search.word (text text)`);
  expect((await faults()).toSorted()).toEqual([
    'advice.query.shoe_size has no class',
    'escalations.task.sealed_title is not there',
    'escalations.task.title has no class',
    'network.person.languages is not there',
    'search.word is not in the inventory',
  ]);
});

test('what is sealed and not stated so is found, and the other way round', () => {
  const inventory = readDataInventory();
  const task = inventory.schemas.escalations?.task;
  if (!task) throw new Error('No task in the inventory');
  inventory.schemas = {
    escalations: {
      task: {
        ...task,
        basis: 'habit',
        sealed: ['state'],
        operational: ['sealed_title'],
      },
    },
  };
  inventory.everywhere = {};
  const columns = ['sealed_title', 'state', 'owner_id', 'created_by'].map(
    column => ({ schema: 'escalations', table: 'task', column }),
  );
  expect(inventoryFaults({ inventory, columns })).toEqual([
    'escalations.task.sealed_title is sealed and not stated so',
    'escalations.task.state is stated as sealed and is not',
    'escalations.task.settled_by is not there',
    'escalations.task: no basis "habit"',
  ]);
});
