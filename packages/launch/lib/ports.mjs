import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainFailure } from './PlainFailure.mjs';

const run = promisify(execFile);

/**
 * @typedef {object} Ports
 * @property {number} hub the console and its backend
 * @property {number} postgres
 * @property {number} identity the local sign-in service
 * @property {number} mailWeb where a person reads the mails
 * @property {number} smtp where the hub hands mails over
 * @property {number} mailbox where mails to the advice mailbox come in
 */

/** What each port is for, its default and the variable that changes it. */
export const portCatalogue = /** @type {const} */ ({
  hub: { port: 7007, variable: 'HUB_PORT', use: 'the hub' },
  postgres: { port: 54329, variable: 'HUB_POSTGRES_PORT', use: 'PostgreSQL' },
  identity: {
    port: 7008,
    variable: 'HUB_IDENTITY_PORT',
    use: 'the local sign-in service',
  },
  mailWeb: {
    port: 7009,
    variable: 'HUB_MAIL_WEB_PORT',
    use: 'the mail reader',
  },
  smtp: {
    port: 7010,
    variable: 'HUB_SMTP_PORT',
    use: 'the local mail receiver',
  },
  mailbox: {
    port: 7011,
    variable: 'HUB_MAILBOX_PORT',
    use: 'the advice mailbox',
  },
});

/**
 * Decides the ports: given values, then the environment, then the default.
 * PostgreSQL moves by itself when its port is taken (nobody types it), and the
 * choice is remembered in the data folder. So does the advice mailbox, whose
 * port is printed at each start.
 *
 * @param {{ dataDir: string, given?: Partial<Ports>, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ports>}
 */
export async function resolvePorts({ dataDir, given = {}, env = process.env }) {
  const pick = (/** @type {keyof Ports} */ name) =>
    given[name] ?? readPort(env, portCatalogue[name].variable);
  const chosenPostgres = pick('postgres');
  return {
    hub: pick('hub') ?? portCatalogue.hub.port,
    postgres: chosenPostgres ?? (await rememberedPostgresPort(dataDir)),
    identity: pick('identity') ?? portCatalogue.identity.port,
    mailWeb: pick('mailWeb') ?? portCatalogue.mailWeb.port,
    smtp: pick('smtp') ?? portCatalogue.smtp.port,
    mailbox: pick('mailbox') ?? (await freeFrom(portCatalogue.mailbox.port)),
  };
}

/**
 * Stops with a plain message when a port is in use.
 *
 * @param {{ name: keyof Ports, port: number }} options
 */
export async function requireFreePort({ name, port }) {
  if (await isPortFree(port)) {
    return;
  }
  const { use, variable } = portCatalogue[name];
  const holder = await portHolder(port);
  throw new PlainFailure({
    message: `Port ${port}, which ${use} needs, is taken by ${holder}.`,
    advice: `stop that program, or choose another port: ${variable}=${port + 100} npm start`,
  });
}

/**
 * Whether this machine lets us listen on a port of the loopback address.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port) {
  const free = (/** @type {string | undefined} */ host) =>
    new Promise(done => {
      const server = createServer();
      server.once('error', error => {
        const code = 'code' in error ? error.code : undefined;
        // A machine without IPv6 cannot have it in use.
        done(code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL');
      });
      server.listen({ port, host, exclusive: true }, () =>
        server.close(() => done(true)),
      );
    });
  return (await free('127.0.0.1')) && (await free('::1')) && free(undefined);
}

/**
 * A free port of the loopback address, chosen by the operating system.
 *
 * @returns {Promise<number>}
 */
export function anyFreePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** @param {string} dataDir */
async function rememberedPostgresPort(dataDir) {
  const file = join(dataDir, 'postgres-port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''));
  const first = remembered || portCatalogue.postgres.port;
  if (await isPortFree(first)) {
    return first;
  }
  const port = await freeFrom(first + 1);
  await writeFile(file, `${port}\n`);
  return port;
}

/**
 * The first free port of the hundred that begin there.
 *
 * @param {number} first
 */
async function freeFrom(first) {
  for (let port = first; port < first + 100; port += 1) {
    if (await isPortFree(port)) {
      return port;
    }
  }
  return first;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} variable
 */
function readPort(env, variable) {
  const text = env[variable];
  if (!text) {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFailure({
      message: `${variable} is "${text}", which is not a port.`,
      advice: `give a whole number from 1024 to 65535, or leave ${variable} out.`,
    });
  }
  return port;
}

/** @param {number} port */
async function portHolder(port) {
  const pid = await listenerOn(port);
  if (!pid) {
    return 'another program';
  }
  const line = await output('ps', ['-o', 'args=', '-p', pid]);
  const words = line.trim().slice(0, 90);
  return words ? `"${words}" (process ${pid})` : `process ${pid}`;
}

/** @param {number} port */
async function listenerOn(port) {
  const lsof = await output('lsof', [
    '-nP',
    `-iTCP:${port}`,
    '-sTCP:LISTEN',
    '-Fp',
  ]);
  const found = /^p(\d+)/m.exec(lsof)?.[1];
  if (found) {
    return found;
  }
  const ss = await output('ss', ['-ltnpH', `sport = :${port}`]);
  return /pid=(\d+)/.exec(ss)?.[1];
}

/**
 * What a program prints; nothing when it is not on this machine.
 *
 * @param {string} command
 * @param {string[]} args
 */
const output = (command, args) =>
  run(command, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
