import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../child/startChild.mjs';
import { hubUrl, OIDC_CLIENT_ID } from '../hub/environment.mjs';
import { childEnvironment, nodeProgram } from '../hub/node.mjs';
import { waitForHttp } from '../waitForHttp.mjs';

/**
 * Starts the local sign-in service.
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {import('../ports.mjs').Ports} options.ports
 * @param {import('../secrets.mjs').Secrets} options.secrets
 * @param {boolean} options.minting
 * @param {(child: import('../child/startChild.mjs').Child) => import('../child/startChild.mjs').Child} options.keep
 *   hears of the child before it is ready, so that it is stopped whatever happens
 */
export async function startIdentity({
  dataDir,
  ports,
  secrets,
  minting,
  keep,
}) {
  const child = keep(
    startChild({
      name: 'The local sign-in service',
      command: nodeProgram(),
      args: [fileURLToPath(new URL('./server.mjs', import.meta.url))],
      logFile: join(dataDir, 'logs/identity.log'),
      env: childEnvironment({
        IDENTITY_PORT: String(ports.identity),
        IDENTITY_DATA_DIR: dataDir,
        IDENTITY_CLIENT_ID: OIDC_CLIENT_ID,
        IDENTITY_CLIENT_SECRET: secrets.oidcClientSecret,
        IDENTITY_COOKIE_KEY: secrets.oidcCookieKey,
        IDENTITY_MINTING: minting ? '1' : '',
        HUB_BASE_URL: hubUrl(ports),
      }),
    }),
  );
  await waitForHttp({
    url: `http://127.0.0.1:${ports.identity}/.well-known/openid-configuration`,
    child,
  });
  return child;
}
