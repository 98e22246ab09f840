import { adviceAnnouncement } from './announcements';
import { aQuery } from './testing/aQuery';
import { anAdviceLine, type AdviceLine } from './testing/anAdviceLine';

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine();
});
afterEach(() => line?.destroy());

test('a notice can say which query it is about, and of nothing else', async () => {
  const [one, other] = [await aQuery(line), await aQuery(line)];
  const { references } = adviceAnnouncement(line.services.context);
  const known = await references?.(
    [`advice-query:${one.id}`, 'advice-mail:x', 'advice-query:none'],
    { trx: line.knex },
  );
  expect([...(known ?? [])]).toEqual([
    [`advice-query:${one.id}`, one.reference],
  ]);
  expect(other.reference).not.toBe(one.reference);
});
