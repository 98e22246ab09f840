import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';

/** One statement as PostgreSQL was handed it. */
export interface Statement {
  text: string;
  /** As text, which is how the driver sends them. */
  values: Array<string | null>;
}

const PREFIX = '@@hub@@';

/** Settings under which PostgreSQL writes its log so that it can be read here. */
export const CAPTURE_SETTINGS = {
  log_line_prefix: `${PREFIX}%p@@%u %a@@`,
  log_error_verbosity: 'default',
};

/**
 * What the running hub asks of PostgreSQL while something is done, taken from
 * the server's own log: nobody had to write the same statement down twice.
 */
export async function captureStatements(options: {
  hub: Hub;
  /** A superuser's connection. */
  knex: Knex;
  /** The plugin whose statements count; its pool is named after it. */
  plugin: string;
  /** An id that every transaction of it has among its values. */
  about: string;
  run(): Promise<unknown>;
}): Promise<Statement[]> {
  const { hub, knex, plugin } = options;
  const file = `${hub.dataDir}/logs/postgres.log`;
  await logAll(knex, 'all');
  const before = (await readFile(file, 'utf8')).length;
  try {
    await options.run();
  } finally {
    await logAll(knex, 'none');
  }
  const log = (await readFile(file, 'utf8')).slice(before);
  return readStatements(log, `hub_app imsa-hub ${plugin}`)
    .filter(transaction => isAbout(transaction, options.about))
    .flat();
}

async function logAll(knex: Knex, value: 'all' | 'none'): Promise<void> {
  await knex.raw(`alter system set log_statement = '${value}'`);
  await knex.raw('select pg_reload_conf()');
  // Each session hears of it before its next statement, once it is signalled.
  await sleep(300);
}

/** Transactions, and statements that stand alone, in the order they ended. */
function readStatements(log: string, who: string): Statement[][] {
  const open = new Map<string, Statement[]>();
  const done: Statement[][] = [];
  let last: Statement | undefined;
  for (const part of log.split(PREFIX).slice(1)) {
    const [process = '', session, ...rest] = part.split('@@');
    if (session !== who) continue;
    const line = rest.join('@@').replace(/\n\t/g, '\n').trimEnd();
    const text = /^LOG: {2}(?:execute <unnamed>|statement): ([\s\S]*)$/.exec(
      line,
    )?.[1];
    const parameters = /^DETAIL: {2}Parameters: ([\s\S]*)$/.exec(line)?.[1];
    if (parameters && last) last.values = readParameters(parameters);
    if (text === undefined) continue;
    last = { text, values: [] };
    const transaction = open.get(process) ?? [];
    transaction.push(last);
    const begins = /^begin/i.test(transaction[0]?.text ?? '');
    if (begins && !/^(commit|rollback)/i.test(text)) {
      open.set(process, transaction);
    } else {
      open.delete(process);
      done.push(transaction);
    }
  }
  return done;
}

// The relay and the sweep of clocks share the pool, and may run in between.
function isAbout(transaction: readonly Statement[], about: string): boolean {
  const isOfTheRelay = transaction.some(({ text }) =>
    /from\s+"?ledger_outbox/.test(text),
  );
  return (
    !isOfTheRelay &&
    transaction.some(({ values }) =>
      values.some(value => value?.includes(about)),
    )
  );
}

function readParameters(text: string): Array<string | null> {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );
}
