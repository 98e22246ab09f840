/** See the module: `env` is what tests read, `stop` ends and deletes it. */
export function startTestPostgres(): Promise<{
  env: Record<string, string>;
  stop(): Promise<void>;
}>;
