import { createTestDatabase, downAndUp } from '@imsa-hub/testing';
import { resolve } from 'node:path';

test('each migration down and up again', async () => {
  const made = {
    schema: 'search',
    migrations: resolve(__dirname, '../migrations'),
  };
  const database = await createTestDatabase({ schemas: [made] });
  const walked = await downAndUp({ database, ...made });
  expect(walked).toEqual({ migrations: 1, faults: [] });
  await database.destroy();
});
