import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readConfig } from './readConfig';

/** Says one line to whoever runs the command. */
export type Say = (line: string) => void;

/**
 * Runs a command of the hub and ends the process: with 0, or with 1 when the
 * command answers `false` or fails.
 */
export function runCommand(
  command: (input: {
    config: RootConfigService;
    say: Say;
  }) => Promise<boolean | void>,
): void {
  const say: Say = line => void process.stdout.write(`${line}\n`);
  readConfig()
    .then(config => command({ config, say }))
    .then(
      held => process.exit(held === false ? 1 : 0),
      (error: unknown) => {
        process.stderr.write(
          `${error instanceof Error ? error.message : String(error)}\n`,
        );
        process.exit(1);
      },
    );
}
