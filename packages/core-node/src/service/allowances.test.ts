import { ConfigReader } from '@backstage/config';
import { aPerson } from '../__testUtils__/foundation';
import { createLimit } from './allowances';

const get = { method: 'get' as const };
const post = { method: 'post' as const };
const limitOf = (limits: Record<string, number>) => {
  const limit = createLimit(new ConfigReader({ hub: { limits } }));
  /** Which of some requests were let through. */
  return async (...requests: Parameters<typeof limit>[]) => {
    const passed: boolean[] = [];
    for (const request of requests) {
      passed.push(
        await limit(...request).then(
          () => true,
          error => {
            expect(error).toMatchObject({
              name: 'TooManyRequests',
              status: 429,
            });
            return false;
          },
        ),
      );
    }
    return passed;
  };
};

const ada = aPerson({ id: 'ada', organisationIds: ['harbour'] });
const ben = aPerson({ id: 'ben', organisationIds: ['harbour'] });
const cyd = aPerson({ id: 'cyd', organisationIds: ['quayside'] });
const dot = aPerson({ id: 'dot', organisationIds: [] });

test('a person may ask so much, and nobody else pays for it', async () => {
  const ask = limitOf({ requestsPerPersonPerMinute: 2 });
  expect(
    await ask([ada, get], [ada, post], [ada, get], [ben, get], [cyd, get]),
  ).toEqual([true, true, false, true, true]);
});

test('an organisation may ask so much in all, and no other pays for it', async () => {
  const ask = limitOf({ requestsPerOrganisationPerMinute: 3 });
  expect(
    await ask([ada, get], [ben, post], [ada, get], [ben, get], [ada, get]),
  ).toEqual([true, true, true, false, false]);
  // Whoever works for none is counted alone.
  expect(await ask([cyd, get], [dot, get], [dot, get])).toEqual([
    true,
    true,
    true,
  ]);
});

test('a person may change so much, and goes on reading', async () => {
  const ask = limitOf({ changesPerPersonPerMinute: 1 });
  expect(
    await ask([ada, post], [ada, get], [ada, { method: 'put' }], [ada, get]),
  ).toEqual([true, true, false, true]);
  expect(await ask([ben, { method: 'delete' }])).toEqual([true]);
});

test('what one person is refused is no load on their organisation', async () => {
  const ask = limitOf({
    requestsPerPersonPerMinute: 1,
    requestsPerOrganisationPerMinute: 2,
  });
  expect(await ask([ada, get], [ada, get], [ada, get], [ben, get])).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('unless told, a person may ask 600 times a minute and change 120', async () => {
  const ask = limitOf({});
  const times = (count: number, method: 'get' | 'post') =>
    Array.from(
      { length: count },
      (): [typeof ada, { method: 'get' | 'post' }] => [ada, { method }],
    );
  const asked = await ask(...times(121, 'post'), ...times(480, 'get'));
  expect(asked.flatMap((passed, at) => (passed ? [] : [at]))).toEqual([
    120, 600,
  ]);
});
