import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startServices } from '../lib/hub/startServices.mjs';
import { PlainFailure } from '../lib/PlainFailure.mjs';
import { anyFreePort, requireFreePort } from '../lib/ports.mjs';
import { sendMail } from './sendMail.mjs';
import { tempFolder } from './tempFolder.mjs';

const dataDir = tempFolder();
/** @type {import('../lib/hub/startServices.mjs').Services} */
let services;

before(async () => {
  services = await startServices({
    dataDir,
    ports: await freePorts(),
    minting: true,
  });
});

after(() => services.stop());

test('the secrets are readable by their owner alone', () => {
  assert.equal(statSync(join(dataDir, 'secrets.json')).mode & 0o777, 0o600);
});

test('a second hub on the same folder is refused, saying who uses it', async () => {
  await assert.rejects(
    startServices({ dataDir, ports: await freePorts() }),
    error =>
      error instanceof PlainFailure &&
      error.message.includes(`(process ${process.pid})`),
  );
});

test('what was committed survives PostgreSQL being killed', async () => {
  const { postgres } = services;
  await query('create table survivor (word text)');
  await query("insert into survivor values ('still here')");
  const { pid } = postgres;
  await postgres.killHard();
  assert.equal(postgres.isRunning(), false);
  await postgres.start();
  assert.notEqual(postgres.pid, pid);
  const { rows } = await query('select word from survivor');
  assert.deepEqual(rows, [{ word: 'still here' }]);
});

test('a lock file left by a crash, with a number now used by another program, does not matter', async () => {
  const { postgres } = services;
  await postgres.stop();
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${join(dataDir, 'postgres')}\n1\n${postgres.port}\n\n127.0.0.1\n`,
  );
  await postgres.start();
  assert.equal(postgres.isRunning(), true);
});

test('the running role creates nothing; the owners may', async () => {
  await assert.rejects(
    queryAs('APP', 'create schema mine'),
    /permission denied/,
  );
  await assert.rejects(
    queryAs('APP', 'create table public.mine (id int)'),
    /permission denied/,
  );
  await queryAs('PLATFORM', 'create schema theirs');
  await queryAs('OWNER', 'create schema ours');
  await assert.rejects(
    queryAs('PLATFORM', 'create table ours.mine (id int)'),
    /permission denied/,
  );
});

test('PostgreSQL wants a password and writes durably', async () => {
  const client = new pg.Client({
    ...services.postgres.superuser,
    password: 'wrong',
  });
  await assert.rejects(client.connect(), /password authentication failed/);
  const { rows } = await query('show fsync');
  assert.deepEqual(rows, [{ fsync: 'on' }]);
});

test('what failed statements held does not stand in the log of PostgreSQL', async () => {
  const log = join(dataDir, 'logs/postgres.log');
  await query('create table kept (word text unique, number int not null)');
  await query("insert into kept values ('canary-twice', 1)");
  for (const statement of [
    "insert into kept values ('canary-twice', 2)",
    "insert into kept values ('canary-in-a-row', null)",
    "select 'canary-no-number'::int",
    'select canary_no_column from kept',
    "do $$ begin raise exception 'canary-exception'; end $$",
    "do $$ begin raise warning 'canary-warning'; end $$",
  ]) {
    await query(statement).catch(() => {});
  }
  const client = new pg.Client(services.postgres.superuser);
  await client.connect();
  await assert.rejects(
    client.query('select $1::int', ['canary-bound']),
    /canary-bound/,
  );
  await client.end();
  // Its own affairs are still told.
  await query('checkpoint');
  const text = readFileSync(log, 'utf8');
  assert.match(text, /checkpoint complete/);
  assert.doesNotMatch(text, /canary/);
});

test('a mail that comes twice is recorded once and counted', async () => {
  const port = services.ports.smtp;
  const mail = {
    port,
    to: 'imsa@northgate.example',
    messageId: '<one@hub.example>',
    subject: 'A <b>subject</b>',
    text: 'Sign in to see what waits for you.',
  };
  await sendMail(mail);
  await sendMail(mail);
  await sendMail({ ...mail, messageId: '<two@hub.example>' });
  const { mails, handedOverTwice } = await (
    await fetch(`${services.mailUrl}/api/mails`)
  ).json();
  assert.equal(handedOverTwice, 1);
  assert.deepEqual(
    mails.map((/** @type {any} */ { messageId, handedOver }) => [
      messageId,
      handedOver,
    ]),
    [
      ['<two@hub.example>', 1],
      ['<one@hub.example>', 2],
    ],
  );
  const list = await (await fetch(services.mailUrl)).text();
  assert.match(list, /A &#60;b&#62;subject/);
  assert.doesNotMatch(list, /<b>subject/);
  const one = await (
    await fetch(`${services.mailUrl}/mails/${mails[1].id}`)
  ).text();
  assert.match(one, /Sign in to see what waits for you\./);
  await fetch(`${services.mailUrl}/api/mails`, { method: 'DELETE' });
  const cleared = await (await fetch(`${services.mailUrl}/api/mails`)).json();
  assert.deepEqual(cleared, { mails: [], handedOverTwice: 0 });
});

test('a port that is taken is named, with its holder and the variable to set', async () => {
  const port = await anyFreePort();
  const holder = createServer().listen(port, '127.0.0.1');
  await new Promise(done => holder.once('listening', done));
  try {
    await assert.rejects(
      requireFreePort({ name: 'hub', port }),
      (/** @type {PlainFailure} */ error) =>
        error.message.startsWith(
          `Port ${port}, which the hub needs, is taken by`,
        ) && Boolean(error.advice?.includes('HUB_PORT=')),
    );
  } finally {
    holder.close();
  }
});

/** @param {string} sql */
async function query(sql) {
  return run(services.postgres.superuser, sql);
}

/**
 * @param {'APP' | 'OWNER' | 'PLATFORM'} role
 * @param {string} sql
 */
async function queryAs(role, sql) {
  const env = { ...services.env, ...services.ownerEnv };
  return run(
    {
      host: env.POSTGRES_HOST,
      port: Number(env.POSTGRES_PORT),
      database: env.POSTGRES_DB,
      user: env[`POSTGRES_${role}_USER`],
      password: env[`POSTGRES_${role}_PASSWORD`],
    },
    sql,
  );
}

/**
 * @param {import('pg').ClientConfig} config
 * @param {string} sql
 */
async function run(config, sql) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function freePorts() {
  return {
    hub: await anyFreePort(),
    postgres: await anyFreePort(),
    identity: await anyFreePort(),
    mailWeb: await anyFreePort(),
    smtp: await anyFreePort(),
    mailbox: await anyFreePort(),
  };
}
