import { SessionStamp } from './SessionStamp';

const stamp = new SessionStamp('a secret that is long enough for this');
const SESSION = {
  token: 'eyJ.provider.token',
  beganAt: 1_764_234_000_000,
  signedInAt: 1_764_230_400_000,
  renewedAt: 1_764_234_600_000,
};

test('what was put there is read again', () => {
  expect(stamp.read(stamp.put(SESSION))).toEqual(SESSION);
  expect(stamp.put(SESSION)).toBe(stamp.put(SESSION));
});

const whole = stamp.put(SESSION);
test.each([
  ['a session made to look younger', whole.replace(/^17/, '18')],
  [
    'a sign-in made to look younger',
    whole.replace(/^(\d+)\.\d+/, '$1.1764234000000'),
  ],
  [
    'a session made to look used',
    whole.replace(/^(\d+\.\d+)\.\d+/, '$1.1764238000000'),
  ],
  ['another token', `${whole}x`],
  [
    'another mac',
    whole.replace(/(\d\.)(\D)/, (_, before, at) =>
      at === 'A' ? `${before}B` : `${before}A`,
    ),
  ],
  ['a stamp of another key', new SessionStamp('another secret').put(SESSION)],
  ['the bare token of the provider', SESSION.token],
  ['nothing', ''],
  [
    'letters where none belong',
    whole.replace(/\..{43}\./, `.${'é'.repeat(43)}.`),
  ],
])('%s is refused', (_, cookie) => {
  expect(cookie).not.toBe(whole);
  expect(stamp.read(cookie)).toBeUndefined();
});
