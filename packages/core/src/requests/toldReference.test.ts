import { breakGlassRequest, toldReference } from './toldReference';

const cases = toldReference('ESC');

test.each(['ESC-7K3M9Q', ' esc 7k3m9q', '7K3M9Q', 'esc7k3-m9q'])(
  '"%s" is taken as it was told',
  told => expect(cases.parse(told)).toBe('ESC-7K3M9Q'),
);

test.each(['', 'ESC-', 'ESC-7K3M9', 'ADV-7K3M9Q', 'ESC-7K3M9Q1', '%', 7])(
  '%p is none, and the answer says what one looks like',
  told => expect(cases.safeParse(told).success).toBe(false),
);

test('why a glass is broken is a sentence', () => {
  const why = (reason: string) =>
    breakGlassRequest('ADV').safeParse({ reference: '7K3M9Q', reason });
  expect(why('Because').error?.issues).toHaveLength(1);
  expect(why('She rang and is not safe').success).toBe(true);
});
