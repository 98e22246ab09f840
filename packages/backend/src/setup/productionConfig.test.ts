import { ConfigSources } from '@backstage/config-loader';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { refuseDemoSecrets } from './refuseDemoSecrets';

const ROOT = resolve(__dirname, '../../../..');
const FILE = join(ROOT, 'app-config.production.yaml');

/** What the file calls a secret; the mail server's address may hold one. */
const IS_SECRET = /^(key|secret|password|clientSecret|smtpUrl)$/;
const VARIABLE = /^\$\{([A-Z][A-Z0-9_]*)\}$/;

const text = readFileSync(FILE, 'utf8');
const secrets = secretsOf(parse(text));
const variablesOfSecrets = secrets
  .map(([, value]) => VARIABLE.exec(String(value))?.[1] ?? '')
  .filter(name => name !== 'SMTP_URL');

/** Path and value of everything that has the name of a secret. */
function secretsOf(value: unknown, path = ''): Array<[string, unknown]> {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const at = path ? `${path}.${name}` : name;
    return IS_SECRET.test(name) && typeof item !== 'object'
      ? [[at, item] as [string, unknown]]
      : secretsOf(item, at);
  });
}

const key = () => randomBytes(32).toString('base64');

/** A value for each variable that the file names, made with care. */
function madeWithCare(): Record<string, string> {
  const known: Record<string, string> = {
    HUB_BASE_URL: 'https://hub.example.org',
    HUB_PORT: '7007',
    HUB_MAILBOX_PORT: '7011',
    HUB_MAILBOX_HOST: '127.0.0.1',
    POSTGRES_PORT: '5432',
    CLAMD_HOST: '127.0.0.1',
    OIDC_ISSUER: 'https://identity.example.org',
    OIDC_METADATA_URL:
      'https://identity.example.org/.well-known/openid-configuration',
    SMTP_URL: 'smtps://hub:a-long-password@mail.example.org',
  };
  const names = [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*)\}/g)];
  return Object.fromEntries(
    names.map(([, name = '']) => [name, known[name] ?? key()]),
  );
}

async function faultsWith(
  variables: Record<string, string | undefined>,
  more: string[] = [],
): Promise<string[]> {
  const files = [FILE, ...more];
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      argv: files.flatMap(file => ['--config', file]),
      rootDir: ROOT,
      watch: false,
      env: {},
      substitutionFunc: async name => variables[name],
    }),
  );
  try {
    return refuseDemoSecrets({ config, isDemo: false });
  } finally {
    config.close();
  }
}

test('the file is whole with variables that were made with care', async () => {
  expect(await faultsWith(madeWithCare())).toEqual([]);
});

test('each secret in the file is a variable of the environment', () => {
  expect(secrets.map(([path]) => path).toSorted()).toEqual([
    'auth.providers.oidc.production.clientSecret',
    'auth.session.secret',
    'backend.database.connection.password',
    'hub.database.connection.password',
    'hub.ledger.key',
    'hub.mail.smtpUrl',
    'hub.receipts.key',
    'hub.sealing.masterKeys.0.secret',
  ]);
  for (const [path, value] of secrets) {
    expect({ path, value }).toEqual({
      path,
      value: expect.stringMatching(VARIABLE),
    });
  }
});

test.each(variablesOfSecrets.map(name => [name]))(
  'a hub without %s does not start',
  async name => {
    const without = { ...madeWithCare(), [name]: undefined };
    expect(await faultsWith(without)).toEqual([
      expect.stringMatching(/is missing\.$/),
    ]);
  },
);

test('a hub without a scanner of files does not start, unless that is accepted', async () => {
  const without = { ...madeWithCare(), CLAMD_HOST: undefined };
  expect(await faultsWith(without)).toEqual([
    expect.stringMatching(/^hub\.files\.clamd\.host is missing/),
  ]);
  await inFolder(async folder => {
    const more = join(folder, 'app-config.accepted.yaml');
    writeFileSync(more, 'hub: { files: { withoutScanner: accepted } }\n');
    expect(await faultsWith(without, [more])).toEqual([]);
  });
});

test('a secret may stand in a file that a vault writes instead', () =>
  inFolder(async folder => {
    writeFileSync(join(folder, 'ledger-key'), `${key()}\n`);
    const more = join(folder, 'app-config.secrets.yaml');
    writeFileSync(
      more,
      `hub: { ledger: { key: { $file: ${join(folder, 'ledger-key')} } } }\n`,
    );
    const without = { ...madeWithCare(), LEDGER_KEY: undefined };
    expect(await faultsWith(without)).toHaveLength(1);
    expect(await faultsWith(without, [more])).toEqual([]);
    writeFileSync(join(folder, 'ledger-key'), 'demo\n');
    expect(await faultsWith(without, [more])).toHaveLength(1);
  }));

async function inFolder(use: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'hub-settings-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a hub with a demo secret says so and ends with 1', async () => {
  const secret = `demo-${'0123456789'.repeat(4)}`;
  const { code, said } = await startHub({
    ...madeWithCare(),
    SESSION_SECRET: secret,
  });
  expect(said).toContain('The hub does not start like this:');
  expect(said.match(/^- .*$/gm)).toEqual([
    expect.stringMatching(/^- auth\.session\.secret is one that anybody/),
  ]);
  expect(said).not.toContain(secret);
  expect(code).toBe(1);
}, 60_000);

/** Starts the hub's own program, as a real one is started. */
function startHub(
  variables: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      resolve(__dirname, '../index.ts'),
      '--config',
      FILE,
    ],
    {
      cwd: resolve(__dirname, '../..'),
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...variables },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', part => {
    said += String(part);
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', code => done({ code, said }));
  });
}
