import { join } from 'node:path';
import { startChild } from '../child/startChild.mjs';
import { childEnvironment, nodeProgram } from '../hub/node.mjs';
import { startHub } from '../hub/startHub.mjs';
import { projectRoot } from '../paths.mjs';
import { waitForHttp } from '../waitForHttp.mjs';
import { requireDevPort } from './requireDevPort.mjs';
import { watchBackend } from './watchBackend.mjs';

/**
 * Starts the hub for editing: the pages come from a server that reloads them as
 * their sources change, the backend is started anew when its sources do.
 *
 * @param {Parameters<typeof startHub>[0] & { narrator: import('../console/narrator.mjs').Narrator }} options
 * @returns {Promise<import('../hub/startHub.mjs').Hub>} its `url` is the one that reloads
 */
export async function startDevelopment(options) {
  const { narrator } = options;
  const port = await requireDevPort();
  const url = `http://localhost:${port}`;
  const pagesEnv = {
    // Backstage reads these as if they stood in app-config.yaml.
    APP_CONFIG_app_baseUrl: url,
    APP_CONFIG_backend_cors_origin: url,
    APP_CONFIG_backend_cors_credentials: 'true',
  };
  const hub = await startHub({
    ...options,
    pages: false,
    env: { ...options.env, ...pagesEnv, NODE_ENV: 'development' },
  });
  const pages = startChild({
    name: 'The server of the pages',
    command: nodeProgram(),
    args: [
      join(projectRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      '--config',
      join(projectRoot, 'app-config.yaml'),
    ],
    cwd: join(projectRoot, 'packages/app'),
    logFile: join(hub.dataDir, 'logs/pages.log'),
    env: childEnvironment({
      ...hub.env,
      ...pagesEnv,
      NODE_ENV: 'development',
      BROWSER: 'none',
    }),
  });
  await narrator.step('The pages', () =>
    waitForHttp({ url: `http://127.0.0.1:${port}/`, child: pages }),
  );
  const unwatch = watchBackend({ backend: hub.services.backend, narrator });
  return {
    ...hub,
    url,
    async stop() {
      unwatch();
      await pages.stop();
      await hub.stop();
    },
  };
}
