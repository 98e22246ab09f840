import { parseArgs } from 'node:util';
import { consoleNarrator } from '../lib/console/narrator.mjs';
import { describePeople } from '../lib/console/describePeople.mjs';
import { runMain } from '../lib/console/runMain.mjs';
import { startDevelopment } from '../lib/dev/startDevelopment.mjs';
import { forgetData } from '../lib/hub/forgetData.mjs';
import { DEMO_MAILBOX } from '../lib/hub/environment.mjs';
import { startHub } from '../lib/hub/startHub.mjs';
import { resolveDataDir } from '../lib/paths.mjs';
import { PlainFailure } from '../lib/PlainFailure.mjs';

const HELP = `npm start                starts the hub
npm start -- --fresh     deletes what was entered so far and begins anew
npm start -- --port N    serves on another port (the sign-in and mail services
                         have HUB_IDENTITY_PORT, HUB_MAIL_WEB_PORT, HUB_SMTP_PORT,
                         HUB_MAILBOX_PORT)
npm run dev              the same, reloading as you edit`;

await runMain(async ({ onStop }) => {
  const began = Date.now();
  const options = readOptions();
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const narrator = consoleNarrator();
  const dataDir = resolveDataDir();
  if (options.fresh) {
    forgetData({ dataDir });
    narrator.say('Everything entered so far is deleted; beginning anew.');
  }
  narrator.say('Starting IMSA Hub');
  const start = options.dev ? startDevelopment : startHub;
  const hub = await start({
    narrator,
    ports: options.port === undefined ? {} : { hub: options.port },
  });
  let stopping = false;
  onStop(async () => {
    stopping = true;
    await hub.stop();
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  narrator.say(`
IMSA Hub is ready after ${seconds} s:  ${hub.url}

Choose "Sign in" and be one of these people (nobody is real, there is no password):
${describePeople()}

Mails it sends:  ${hub.mailUrl}
Mails it takes:  ${DEMO_MAILBOX}, by SMTP on 127.0.0.1:${hub.ports.mailbox}
Logs:            ${hub.dataDir}/logs
Ctrl-C stops all of it; what you entered stays.`);
  const ended = await firstToEnd(hub);
  if (stopping) {
    return new Promise(() => {});
  }
  narrator.say(`\n${ended.name} has ended by itself; stopping the rest.`);
  const details = await ended.tail(20);
  await hub.stop();
  throw new PlainFailure({
    message: `${ended.name} ended by itself. Its last lines:`,
    details,
    advice: `read ${hub.dataDir}/logs, then run npm start again: nothing that was confirmed is lost.`,
  });
});

/** @param {import('../lib/hub/startHub.mjs').Hub} hub */
function firstToEnd({ services }) {
  const { postgres, backend, identity, mail } = services;
  return new Promise(done => {
    postgres.onUnexpectedEnd(() =>
      done({ name: 'PostgreSQL', tail: postgres.tail }),
    );
    backend.onUnexpectedEnd(() =>
      done({ name: 'The hub', tail: backend.tail }),
    );
    void identity.exited.then(() => done(identity));
    void mail.exited.then(() => done(mail));
  });
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (
      port !== undefined &&
      !(Number.isInteger(port) && port > 0 && port < 65_536)
    ) {
      throw new Error(`--port ${values.port} is not a port`);
    }
    return { ...values, port };
  } catch (error) {
    throw new PlainFailure({
      message: error instanceof Error ? error.message : String(error),
      advice: `use one of these:\n${HELP}`,
    });
  }
}
