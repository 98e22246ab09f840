import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { resolve } from 'node:path';

/**
 * The configuration of this process: the files named by `--config`, else the
 * project's `app-config.yaml`.
 */
export async function readConfig(): Promise<RootConfigService> {
  return ConfigSources.toConfig(
    ConfigSources.default({
      argv: process.argv.slice(2),
      rootDir: resolve(__dirname, '../../../..'),
      watch: false,
    }),
  );
}
