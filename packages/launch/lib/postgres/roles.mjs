import pg from 'pg';
import { SUPERUSER } from './cluster.mjs';

/** The one database of the hub. */
export const DATABASE = 'imsa_hub';

/**
 * Who may do what in it:
 * - `owner` owns the hub's own schemas and runs migrations;
 * - `app` is the running hub: it owns nothing and creates nothing;
 * - `platform` owns the schemas of Backstage's own plugins.
 */
export const ROLES = /** @type {const} */ ({
  owner: 'hub_owner',
  app: 'hub_app',
  platform: 'hub_platform',
});

/**
 * Creates the database and the roles that are missing. Safe to repeat.
 *
 * @param {object} options
 * @param {string} options.host
 * @param {number} options.port
 * @param {string} options.password of the superuser
 * @param {Record<keyof typeof ROLES, string>} options.rolePasswords
 * @param {string} [options.database]
 */
export async function ensureDatabaseAndRoles({
  host,
  port,
  password,
  rolePasswords,
  database = DATABASE,
}) {
  const client = new pg.Client({
    host,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
  });
  await client.connect();
  try {
    await ensureRoles(client, rolePasswords);
    const found = await client.query(
      'select 1 from pg_database where datname = $1',
      [database],
    );
    if (found.rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(database)}`,
      );
      await grantOnDatabase(client, database);
    }
  } finally {
    await client.end();
  }
}

/**
 * @param {pg.Client} client
 * @param {Record<keyof typeof ROLES, string>} rolePasswords
 */
async function ensureRoles(client, rolePasswords) {
  const existing = await client.query(
    'select rolname from pg_roles where rolname = any($1)',
    [Object.values(ROLES)],
  );
  const names = existing.rows.map(row => row.rolname);
  for (const [key, role] of Object.entries(ROLES)) {
    if (names.includes(role)) {
      continue;
    }
    const password = rolePasswords[/** @type {keyof typeof ROLES} */ (key)];
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication
       password ${client.escapeLiteral(password)}`,
    );
  }
}

/**
 * @param {pg.Client} client
 * @param {string} database
 */
async function grantOnDatabase(client, database) {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(
    `grant connect on database ${name} to ${Object.values(ROLES).join(', ')}`,
  );
  await client.query(
    // Backstage's catalog makes a temporary table in one of its migrations.
    `grant temporary on database ${name} to ${ROLES.platform}`,
  );
  await client.query(
    `grant create on database ${name} to ${ROLES.owner}, ${ROLES.platform}`,
  );
}
