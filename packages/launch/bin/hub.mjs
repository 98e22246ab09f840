import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runMain } from '../lib/console/runMain.mjs';
import { connectPostgres } from '../lib/hub/connectPostgres.mjs';
import {
  backendFolder,
  childEnvironment,
  nodeProgram,
  typescriptArguments,
} from '../lib/hub/node.mjs';
import { resolveDataDir } from '../lib/paths.mjs';
import { PlainFailure } from '../lib/PlainFailure.mjs';
import { runInForeground } from '../lib/runInForeground.mjs';

const folder = join(backendFolder, 'src/commands');

await runMain(async ({ onStop }) => {
  const [name = '', ...args] = process.argv.slice(2);
  const script = join(folder, `${name.replaceAll(':', '-')}.ts`);
  if (!/^[a-z][a-z:-]*$/.test(name) || !existsSync(script)) {
    throw new PlainFailure({
      message: name ? `There is no command "${name}".` : 'Which command?',
      advice: `use one of: ${names().join(', ') || '(none found)'}`,
    });
  }
  const database = await databaseFor(args);
  onStop(database.stop);
  const code = await runInForeground({
    command: nodeProgram(),
    args: typescriptArguments({ script, args: fromHere(args) }),
    cwd: backendFolder,
    env: childEnvironment(database.env),
  });
  await database.stop();
  return code;
});

/**
 * The hub of this folder, or the one that `--config` tells of, whose settings
 * are in the environment already.
 *
 * @param {string[]} args
 */
function databaseFor(args) {
  return args.includes('--config')
    ? { env: {}, stop: async () => {} }
    : connectPostgres({
        dataDir: resolveDataDir(),
        say: line => process.stderr.write(`${line}\n`),
      });
}

/**
 * The script runs in another folder, so files are named from this one.
 *
 * @param {string[]} args
 */
function fromHere(args) {
  return args.map((arg, place) =>
    args[place - 1] === '--config' ? resolve(arg) : arg,
  );
}

function names() {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(file => /^[a-z-]+\.ts$/.test(file))
        .map(file => file.replace(/\.ts$/, '').replace('-', ':'))
    : [];
}
