import { ConfigReader } from '@backstage/config';
import { openConnectionFaults } from './openConnectionFaults';

const ssl = { rejectUnauthorized: true };
const faultsOf = (changes: {
  listen?: unknown;
  mailbox?: object;
  clamd?: object;
  ours?: object;
  theirs?: object;
}) =>
  openConnectionFaults(
    new ConfigReader({
      backend: {
        listen:
          'listen' in changes
            ? changes.listen
            : { port: 7007, host: '127.0.0.1' },
        database: {
          connection: changes.theirs ?? { host: 'db.example.org', ssl },
        },
      },
      hub: {
        database: {
          connection: changes.ours ?? { host: 'db.example.org', ssl },
        },
        ...(changes.mailbox ? { mailbox: changes.mailbox } : {}),
        ...(changes.clamd ? { files: { clamd: changes.clamd } } : {}),
      },
    } as never),
  );

test.each([
  {},
  { mailbox: { port: '7011' } },
  { mailbox: { port: 7011, host: '127.0.0.1' } },
  { mailbox: { port: '', host: '0.0.0.0' } },
  { clamd: { host: '::1' } },
  { clamd: { port: 3310 } },
  { ours: { host: '127.0.0.1' }, theirs: { host: 'localhost' } },
])('%j keeps on this machine what is in the clear', changes => {
  expect(faultsOf(changes)).toEqual([]);
});

test.each([
  ['backend.listen.host', { listen: { port: 7007, host: '0.0.0.0' } }],
  ['backend.listen.host', { listen: { port: 7007 } }],
  ['backend.listen.host', { listen: ':7007' }],
  ['backend.listen.host', { listen: null }],
  ['hub.mailbox.host', { mailbox: { port: 7011, host: '10.0.0.5' } }],
  ['hub.files.clamd.host', { clamd: { host: 'clamd.example.org' } }],
  ['hub.database.connection', { ours: { host: 'db.example.org' } }],
  [
    'hub.database.connection',
    { ours: { host: 'db.example.org', ssl: { rejectUnauthorized: false } } },
  ],
  ['backend.database.connection', { theirs: { host: '10.0.0.9', ssl: true } }],
])('%s is refused with %j', (name, changes) => {
  expect(faultsOf(changes as Parameters<typeof faultsOf>[0])).toEqual([
    expect.stringMatching(`^${name.replaceAll('.', '\\.')} `),
  ]);
});
