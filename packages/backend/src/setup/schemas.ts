import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The hub's schemas, each the property of one plugin. */
export const SCHEMAS = [
  'network',
  'deadlines',
  'advice',
  'escalations',
  'notifications',
  'search',
] as const;
export type Schema = (typeof SCHEMAS)[number];

/** Where a schema's migrations are, an absolute path. */
export function migrationsOf(schema: Schema): string {
  return resolvePackagePath(`@imsa-hub/${schema}-backend`, 'migrations');
}
