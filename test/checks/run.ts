import { join } from 'node:path';
import type { CheckResult } from './CheckResult';

/** The one function of a check's or a benchmark's module. */
type Runnable = Record<string, unknown>;

/**
 * Runs one check or benchmark, prints its figures, and ends with 0 only when it
 * holds. Called by `npm run check` and `npm run bench`.
 */
async function main() {
  const [kind = '', name = '', ...args] = process.argv.slice(2);
  const folder = kind === 'bench' ? '../bench' : '.';
  const loaded: Runnable = require(join(__dirname, folder, `${name}.ts`));
  const run = loaded[kind];
  if (typeof run !== 'function') {
    throw new Error(`${name}.ts does not export a function named "${kind}".`);
  }
  const result = readResult(await run(args));
  const width = Math.max(0, ...result.figures.map(([label]) => label.length));
  const lines = result.figures.map(
    ([label, value]) => `${label.padEnd(width)}  ${value}`,
  );
  lines.push(`${kind} ${name}: ${result.holds ? 'holds' : 'does not hold'}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return result.holds ? 0 : 1;
}

/** A check that returns something else must not pass by accident. */
function readResult(value: unknown): CheckResult {
  const result = value as Partial<CheckResult> | undefined;
  if (!Array.isArray(result?.figures) || typeof result.holds !== 'boolean') {
    throw new Error('A check returns { figures, holds }.');
  }
  return { figures: result.figures, holds: result.holds };
}

main().then(
  code => process.exit(code),
  error => {
    // What the launcher knows of a failure: the last lines of a log.
    const details: string[] = error?.details ?? [];
    const lines = [error?.stack ?? error, ...details];
    process.stderr.write(`${lines.join('\n')}\n`);
    process.exit(1);
  },
);
