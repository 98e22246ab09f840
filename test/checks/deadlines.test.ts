import { check } from './deadlines';

test('every row of the deadline corpus is exact', async () => {
  const { figures, holds } = await check();
  expect(figures.filter(([label]) => label === 'wrong')).toEqual([]);
  expect(holds).toBe(true);
});
