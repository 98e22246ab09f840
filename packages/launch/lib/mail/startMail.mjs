import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../child/startChild.mjs';
import { childEnvironment, nodeProgram } from '../hub/node.mjs';
import { waitForHttp } from '../waitForHttp.mjs';

/**
 * Starts the local mail receiver and its reader.
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {import('../ports.mjs').Ports} options.ports
 * @param {(child: import('../child/startChild.mjs').Child) => import('../child/startChild.mjs').Child} options.keep
 *   hears of the child before it is ready, so that it is stopped whatever happens
 */
export async function startMail({ dataDir, ports, keep }) {
  const child = keep(
    startChild({
      name: 'The local mail receiver',
      command: nodeProgram(),
      args: [fileURLToPath(new URL('./server.mjs', import.meta.url))],
      logFile: join(dataDir, 'logs/mail.log'),
      env: childEnvironment({
        MAIL_SMTP_PORT: String(ports.smtp),
        MAIL_WEB_PORT: String(ports.mailWeb),
        MAIL_FOLDER: join(dataDir, 'mail'),
      }),
    }),
  );
  await waitForHttp({
    url: `http://127.0.0.1:${ports.mailWeb}/api/mails`,
    child,
  });
  return child;
}
