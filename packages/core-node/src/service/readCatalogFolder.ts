import type { Config } from '@backstage/config';
import path from 'node:path';

/** The folder with the reference data: `hub.catalogFolder`, else the project's own. */
export function readCatalogFolder(config: Config): string {
  return (
    config.getOptionalString('hub.catalogFolder') ??
    path.resolve(__dirname, '../../../../catalog')
  );
}
