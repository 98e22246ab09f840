import { join } from 'node:path';
import { DATABASE, ROLES } from '../postgres/roles.mjs';

/** The advice mailbox of the demonstration, as in app-config.yaml. */
export const DEMO_MAILBOX = 'advice@hub.example';

/** The OpenID Connect client that the hub is. */
export const OIDC_CLIENT_ID = 'imsa-hub';

/**
 * What the backend reads from its environment. The owner's password is not in it:
 * the running hub cannot change its own tables or take back the past.
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {import('../ports.mjs').Ports} options.ports
 * @param {import('../secrets.mjs').Secrets} options.secrets
 * @returns {Record<string, string>}
 */
export function backendEnvironment({ dataDir, ports, secrets }) {
  return {
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(ports.postgres),
    POSTGRES_DB: DATABASE,
    POSTGRES_PLATFORM_USER: ROLES.platform,
    POSTGRES_PLATFORM_PASSWORD: secrets.postgresPlatformPassword,
    POSTGRES_APP_USER: ROLES.app,
    POSTGRES_APP_PASSWORD: secrets.postgresAppPassword,
    BACKEND_SECRET: secrets.backendSecret,
    SESSION_SECRET: secrets.sessionSecret,
    LEDGER_KEY: secrets.ledgerKey,
    SEALING_KEY: secrets.sealingKey,
    RECEIPT_KEY: secrets.receiptKey,
    LEDGER_HEADS_DIR: join(dataDir, 'ledger-heads'),
    OIDC_ISSUER: `http://localhost:${ports.identity}`,
    OIDC_METADATA_URL: `http://localhost:${ports.identity}/.well-known/openid-configuration`,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    HUB_MAILBOX_PORT: String(ports.mailbox),
    HUB_BASE_URL: hubUrl(ports),
    HUB_PORT: String(ports.hub),
    HUB_DATA_DIR: dataDir,
    HUB_MAIL_WEB_URL: `http://localhost:${ports.mailWeb}`,
    HUB_DEMO: '1',
    NODE_ENV: 'production',
    TZ: 'UTC',
  };
}

/**
 * What migrations, the seed and administrative commands get besides: the role
 * that owns the hub's tables.
 *
 * @param {{ secrets: import('../secrets.mjs').Secrets }} options
 * @returns {Record<string, string>}
 */
export const ownerEnvironment = ({ secrets }) => ({
  POSTGRES_OWNER_USER: ROLES.owner,
  POSTGRES_OWNER_PASSWORD: secrets.postgresOwnerPassword,
});

/** @param {import('../ports.mjs').Ports} ports */
export const hubUrl = ports => `http://localhost:${ports.hub}`;
