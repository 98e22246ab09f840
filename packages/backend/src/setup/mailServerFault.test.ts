import { mailServerFault } from './mailServerFault';

test.each([
  undefined,
  'smtps://hub:secret@mail.example.org',
  'smtps://mail.example.org:465?pool=true',
  'smtp://mail.example.org:587?requireTLS=true',
  'smtp://mail.example.org:587?pool=true&requireTLS=true',
  'smtp://localhost:25',
  'smtp://127.0.0.1:7011',
  'smtp://[::1]:25',
])('%s is taken', value => {
  expect(mailServerFault(value)).toBeUndefined();
});

test.each([
  ['smtp://mail.example.org', 'does not encrypt'],
  ['smtp://10.0.0.5:25', 'does not encrypt'],
  ['smtp://localhost.example.org', 'does not encrypt'],
  ['smtp://mail.example.org?requireTLS=false', 'does not encrypt'],
  ['smtp://mail.example.org?requiretls=true', 'does not encrypt'],
  ['smtp://mail.example.org?requireTLS=true&requireTLS=', 'does not encrypt'],
  ['smtp://mail.example.org?requireTLS=true&ignoreTLS=true', 'not encrypt'],
  ['smtps://mail.example.org?tls.rejectUnauthorized=false', 'any certificate'],
  [
    'smtp://mail.example.org?requireTLS=true&tls.rejectUnauthorized=0',
    'any certificate',
  ],
  ['http://mail.example.org', 'has to begin with smtps:'],
  ['mail.example.org', 'not an address'],
])('%s is refused: %s', (value, why) => {
  expect(mailServerFault(value)).toContain(why);
});

test('what is wrong is said without the password', () => {
  expect(
    mailServerFault('smtp://hub:verysecret@mail.example.org'),
  ).not.toContain('verysecret');
});
