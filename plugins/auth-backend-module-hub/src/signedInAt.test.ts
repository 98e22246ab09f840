import { signedInAt } from './signedInAt';

const NOW = Date.parse('2026-11-27T09:00:00.400Z');
const anAnswer = (claims: object, idToken: string | undefined = 'token') => ({
  tokenset: { id_token: idToken, claims: () => claims } as never,
});

test.each<[string, unknown, number]>([
  ['what the provider says', NOW / 1000 - 3_600, NOW - 3_600_000],
  ['now, where it says nothing', undefined, NOW],
  ['now, where it says a moment to come', NOW / 1000 + 60, NOW],
  ['long ago, where it says a text', '1764234000', 0],
  ['long ago, where it says nothing that counts', -1, 0],
  ['long ago, where it says null', null, 0],
])('counts %s', (_, said, expected) => {
  expect(signedInAt(anAnswer({ auth_time: said }), NOW)).toBe(
    Math.floor(expected),
  );
});

test('counts an answer without an ID token as of long ago', () => {
  expect(signedInAt({ tokenset: {} as never }, NOW)).toBe(0);
});
