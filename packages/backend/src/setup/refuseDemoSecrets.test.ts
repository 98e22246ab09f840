import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import { refuseDemoSecrets } from './refuseDemoSecrets';

const key = () => randomBytes(32).toString('base64');
const base = 'https://hub.example.org';
const good = () => ({
  app: { baseUrl: base },
  backend: {
    baseUrl: base,
    listen: { host: '127.0.0.1', port: 7007 },
    database: { connection: { host: '127.0.0.1', password: key() } },
  },
  hub: {
    baseUrl: base,
    database: { connection: { host: '127.0.0.1', password: key() } },
    ledger: { key: key() },
    receipts: { key: key() },
    files: { clamd: { host: '127.0.0.1' } },
    mail: { smtpUrl: 'smtps://mail.example.org' },
    sealing: { masterKeys: [{ id: 'a', secret: key() }] },
  },
  auth: {
    environment: 'production',
    session: { secret: key() },
    providers: {
      oidc: {
        production: {
          clientSecret: key(),
          issuer: 'https://identity.example.org',
          metadataUrl: 'https://identity.example.org/.well-known/x',
        },
      },
    },
  },
});
type Good = ReturnType<typeof good>;

const faultsOf = (change: (data: Good) => void, isDemo = false) => {
  const data = good();
  change(data);
  return refuseDemoSecrets({ config: new ConfigReader(data), isDemo });
};

test('a configuration that was made with care is taken', () => {
  expect(faultsOf(() => undefined)).toEqual([]);
});

test.each<[string, (data: Good) => void]>([
  ['auth.session.secret', data => (data.auth.session.secret = '')],
  ['auth.session.secret', data => (data.auth.session.secret = 'short')],
  [
    'auth.session.secret',
    data => (data.auth.session.secret = `changeme${'1234567890'.repeat(4)}`),
  ],
  [
    'hub.ledger.key',
    data => (data.hub.ledger.key = Buffer.alloc(32, 7).toString('base64')),
  ],
  ['hub.receipts.key', data => (data.hub.receipts.key = 'AAAA')],
  ['hub.sealing.masterKeys', data => (data.hub.sealing.masterKeys = [])],
  [
    'hub.database.connection.password',
    data => (data.hub.database.connection.password = 'demo'),
  ],
  [
    'backend.baseUrl',
    data => (data.backend.baseUrl = 'http://hub.example.org'),
  ],
  ['app.baseUrl', data => (data.app.baseUrl = 'https://localhost:7007')],
  [
    'metadataUrl',
    data =>
      (data.auth.providers.oidc.production.metadataUrl =
        'https://localhost:7008/.well-known/x'),
  ],
  [
    'auth.providers.oidc: issuer',
    data => (data.auth.providers.oidc.production.issuer = ''),
  ],
  [
    'hub.mail.smtpUrl',
    data => (data.hub.mail.smtpUrl = 'smtp://mail.example.org'),
  ],
  ['backend.listen.host', data => (data.backend.listen.host = '0.0.0.0')],
  ['hub.files.clamd.host', data => (data.hub.files.clamd.host = '')],
  ['clientSecret', data => (data.auth.environment = 'development')],
])('%s is refused when it is good for a demo only', (name, change) => {
  expect(faultsOf(change).join('\n')).toContain(name);
  expect(faultsOf(change, true)).toEqual([]);
});
