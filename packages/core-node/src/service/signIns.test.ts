import { ConfigReader } from '@backstage/config';
import type { Request } from 'express';
import { readSessionSettings } from './readSessionSettings';
import { createSignIns } from './signIns';

const NOW = Date.parse('2026-11-27T09:00:00.900Z');
const signIns = createSignIns({ minutes: 10, now: () => NOW });
const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const from = (claims: object) =>
  ({
    headers: { authorization: `Bearer ${part({})}.${part(claims)}.mac` },
  }) as Request;
const at = (iso: string) => ({ auth_time: Date.parse(iso) / 1000 });

test.each<[string, Request, boolean]>([
  ['of this second', from(at('2026-11-27T09:00:00Z')), true],
  ['of nine minutes ago', from(at('2026-11-27T08:51:00Z')), true],
  ['of ten minutes ago', from(at('2026-11-27T08:50:01Z')), true],
  ['of longer ago', from(at('2026-11-27T08:50:00Z')), false],
  [
    'of an hour ago, whose token is new',
    from({ ...at('2026-11-27T08:00:00Z'), iat: NOW / 1000 }),
    false,
  ],
  ['of nobody knows when', from({ iat: NOW / 1000 }), false],
  ['that a text tells of', from({ auth_time: `${NOW / 1000}` }), false],
  ['of no token', { headers: {} } as Request, false],
  [
    'of what is no token',
    { headers: { authorization: 'Bearer x' } } as Request,
    false,
  ],
])('a sign-in %s', (_, request, expected) => {
  expect(signIns.isFresh(request)).toBe(expected);
});

const read = (sessions?: unknown) =>
  readSessionSettings(new ConfigReader({ hub: { sessions } } as never));

test('unless told, a sign-in is fresh for ten minutes', () => {
  expect(read()).toMatchObject({ freshSignInMinutes: 10 });
  expect(read({ freshSignInMinutes: '30' })).toMatchObject({
    freshSignInMinutes: 30,
  });
});

test.each([
  [{ freshSigninMinutes: 5 }, 'hub.sessions.freshSigninMinutes is no setting'],
  [{ freshSignInMinutes: 0 }, 'hub.sessions.freshSignInMinutes: '],
  [{ freshSignInMinutes: 'soon' }, 'hub.sessions.freshSignInMinutes: '],
  [{ freshSignInMinutes: 100_000 }, 'hub.sessions.freshSignInMinutes: '],
])('%j stop the start', (sessions, says) => {
  expect(() => read(sessions)).toThrow(says);
});
