import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startChild } from '../child/startChild.mjs';
import { PlainFailure } from '../PlainFailure.mjs';
import { findPostgresBinaries } from './binaries.mjs';
import { ensureCluster, SUPERUSER } from './cluster.mjs';
import { clearStaleLockFile, findRunningPostgres } from './lockFile.mjs';
import { becomeUnprivileged } from './unprivileged.mjs';

const HOST = '127.0.0.1';
const SILENCE_MS = 120_000;

/**
 * @typedef {object} PostgresServer
 * @property {string} host
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {string} superuser
 * @property {string} password of the superuser
 * @property {boolean} isNew whether its folder was made just now
 * @property {import('../child/startChild.mjs').Child} child
 */

/**
 * Starts a PostgreSQL of our own that listens on the loopback address only.
 *
 * @param {object} options
 * @param {string} options.folder its data folder, made when missing
 * @param {number} options.port
 * @param {string} options.password of the superuser
 * @param {string} options.logFile
 * @param {Record<string, string>} [options.settings] more settings, e.g. `fsync: 'off'` for tests
 * @param {(line: string) => void} [options.say] hears of anything slow
 * @returns {Promise<PostgresServer>} when it answers queries
 * @throws {PlainFailure} when it already runs, or does not start
 */
export async function startPostgres({
  folder,
  port,
  password,
  logFile,
  settings = {},
  say = () => {},
}) {
  const binaries = findPostgresBinaries();
  const unprivileged = await becomeUnprivileged({ ...binaries, folder });
  const isNew = await ensureCluster({
    folder,
    password,
    binaries,
    unprivileged,
  });
  await refuseSecondServer(folder);
  await clearStaleLockFile({ folder });
  const [command = '', ...args] = [
    ...unprivileged.prefix,
    binaries.postgres,
    '-D',
    folder,
    ...asArguments({
      port: String(port),
      listen_addresses: HOST,
      // Socket paths may not be longer than 107 bytes: TCP is enough.
      unix_socket_directories: '',
      max_connections: '100',
      shared_buffers: '128MB',
      log_timezone: 'UTC',
      timezone: 'UTC',
      // Statements, their values and what PostgreSQL says of a failed one can
      // hold personal data. Whoever sent it is told; the log is of the server
      // itself: "log" ranks above "error" and "warning" there.
      log_min_messages: 'log',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      log_parameter_max_length_on_error: '0',
      ...settings,
    }),
  ];
  const child = startChild({
    name: 'PostgreSQL',
    command,
    args,
    logFile,
    env: { ...process.env, LC_ALL: 'C' },
    // The "fast" shutdown: sessions are ended, data is written.
    stopSignal: 'SIGINT',
  });
  await waitUntilReady({ child, port, password, say });
  return {
    host: HOST,
    port,
    pid: child.pid,
    superuser: SUPERUSER,
    password,
    isNew,
    child,
  };
}

/** @param {string} folder */
async function refuseSecondServer(folder) {
  // The one that was just killed may need a moment to be gone.
  for (let tries = 0; tries < 50; tries += 1) {
    const running = await findRunningPostgres({ folder });
    if (!running) {
      return;
    }
    await sleep(100);
  }
  throw new PlainFailure({
    message: `PostgreSQL already runs on ${folder}.`,
    advice: 'stop the other hub that uses this folder, or set HUB_DATA_DIR.',
  });
}

/**
 * @param {object} options
 * @param {import('../child/startChild.mjs').Child} options.child
 * @param {number} options.port
 * @param {string} options.password
 * @param {(line: string) => void} options.say
 */
async function waitUntilReady({ child, port, password, say }) {
  const began = Date.now();
  let told = false;
  while (child.isRunning()) {
    const client = new pg.Client({
      host: HOST,
      port,
      user: SUPERUSER,
      password,
      database: 'postgres',
      connectionTimeoutMillis: 5_000,
    });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await refuseWrongPassword(error, child);
    }
    if (!told && Date.now() - began > 2_000) {
      told = true;
      say(
        'PostgreSQL was not stopped properly and is recovering; nothing is lost.',
      );
    }
    if (Date.now() - began > SILENCE_MS) {
      break;
    }
    await sleep(20);
  }
  const details = await child.tail();
  await child.stop();
  throw new PlainFailure({
    message: 'PostgreSQL did not start.',
    details,
    advice: `read ${child.logFile}; if the disk is full, free some space.`,
  });
}

/**
 * @param {unknown} error
 * @param {import('../child/startChild.mjs').Child} child
 */
async function refuseWrongPassword(error, child) {
  if (!(error instanceof Error && 'code' in error && error.code === '28P01')) {
    return;
  }
  await child.stop();
  throw new PlainFailure({
    message:
      'PostgreSQL does not know our password: secrets.json does not belong to this data.',
    advice:
      'put the secrets.json that belongs to this data back, or begin anew with npm start -- --fresh (everything entered so far is deleted).',
  });
}

/** @param {Record<string, string>} settings */
const asArguments = settings =>
  Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
