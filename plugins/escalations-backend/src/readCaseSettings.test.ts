import { ConfigReader } from '@backstage/config';
import { readCaseSettings } from './readCaseSettings';

const read = (escalations?: object) =>
  readCaseSettings(new ConfigReader({ hub: { escalations } } as never));

test('what is set counts, and the rest stays as it is', () => {
  const { targetHours, retentionMonths } = read({
    targetHours: { raised: '4' },
    retentionMonths: 12,
  });
  expect(targetHours).toMatchObject({ raised: 4, returned: 40 });
  expect(retentionMonths).toBe(12);
  expect(read()).toMatchObject({
    retentionMonths: 84,
    retentionReviewDays: 30,
  });
});

test.each([
  [{ targetHours: { rased: 4 } }, 'targetHours.rased is no setting'],
  [{ targetHours: { raised: 0 } }, 'Enter hours above zero'],
  [{ retentionMonths: 1.5 }, 'Enter a whole number'],
  [{ retention: 84 }, 'hub.escalations.retention is no setting'],
])('%j stops the start', (settings, says) =>
  expect(() => read(settings)).toThrow(says),
);
