import {
  createHeadExporter,
  readExportedHeads,
  verifyLedger,
} from '@imsa-hub/core-node';
import { startTestPostgres } from '@imsa-hub/launch';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsOf } from '../../packages/backend/src/setup/schemas';
import type { CheckResult } from '../checks/CheckResult';
import { damagesOf, misnamed, type Damage } from '../ledger/damages';
import { fillLedger } from '../ledger/fillLedger';
import { describeMachine } from '../support/machine';

const ENTRIES = 1_000_000;
/** One organisation that did half of it, and many that did the rest. */
const CHAINS = 25;
const MOST_SECONDS = 10;
const SCHEMA = 'advice';
const MAIN = 'northgate';

/**
 * A ledger of a million entries that is tampered with in five ways: each is
 * named, in the time that verifying all of it takes.
 *
 * `npm run bench -- ledger --quick` takes 50,000 and never counts as a pass.
 */
export async function bench(args: readonly string[]): Promise<CheckResult> {
  const quick = args.includes('--quick');
  const entries = quick ? 50_000 : ENTRIES;
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-ledger-'));
  const postgres = await startTestPostgres();
  Object.assign(process.env, postgres.env);
  const tables = await createTestDatabase({
    schemas: [{ schema: SCHEMA, migrations: migrationsOf(SCHEMA) }],
  });
  try {
    const drill = await LedgerDrill.fill({ tables, folder, entries });
    const figures = await drill.run();
    return {
      figures: [['machine', describeMachine()], ...figures.lines],
      holds: figures.holds && !quick,
    };
  } finally {
    await tables.destroy();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A filled ledger, its exported heads and whoever tampers with it. */
class LedgerDrill {
  private readonly ledgerKey = randomBytes(32);
  private filledIn = 0;

  private constructor(
    private readonly tables: TestDatabase,
    private readonly folder: string,
    private readonly chains: ReadonlyMap<string, number>,
  ) {}

  static async fill(input: {
    tables: TestDatabase;
    folder: string;
    entries: number;
  }): Promise<LedgerDrill> {
    const { tables, folder, entries } = input;
    const others = Math.floor(entries / 2 / (CHAINS - 1));
    const chains = new Map([
      [MAIN, entries - others * (CHAINS - 1)],
      ...Array.from({ length: CHAINS - 1 }, (_, index): [string, number] => [
        `organisation-${index}`,
        others,
      ]),
    ]);
    const drill = new LedgerDrill(tables, folder, chains);
    const { ledgerKey } = drill;
    const knex = tables.app(SCHEMA);
    const began = performance.now();
    await fillLedger({ knex, ledgerKey, chains });
    await tables.owner.raw('analyze advice.ledger_entry');
    await createHeadExporter({ knex, schema: SCHEMA, folder, ledgerKey })();
    drill.filledIn = (performance.now() - began) / 1_000;
    return drill;
  }

  async run(): Promise<{ lines: CheckResult['figures']; holds: boolean }> {
    const length = this.chains.get(MAIN) ?? 0;
    const whole = await this.verify();
    const lines: CheckResult['figures'] = [
      [
        'filled',
        `${whole.entries.toLocaleString('en-GB')} entries in ${whole.chains} chains, in ${this.filledIn.toFixed(0)} s`,
      ],
      ['whole', `${whole.faults.length} faults, ${words(whole)}`],
    ];
    let holds = whole.faults.length === 0 && whole.seconds < MOST_SECONDS;
    for (const damage of damagesOf({ chain: MAIN, length })) {
      const found = await this.verify(damage);
      const wrong = misnamed({ damage, chain: MAIN, faults: found.faults });
      holds &&= wrong.length === 0 && found.seconds < MOST_SECONDS;
      const [first] = found.faults;
      lines.push([
        damage.name,
        `${wrong.join(', ') || 'named'} (entry ${first?.seq}: ${first?.what}), ${words(found)}`,
      ]);
    }
    const again = await this.verify();
    holds &&= again.faults.length === 0;
    lines.push(['whole again', `${again.faults.length} faults`]);
    return { lines, holds };
  }

  /** Verifies the ledger as it is, or as it would be after a damage. */
  private async verify(damage?: Damage) {
    const { tables, folder, ledgerKey } = this;
    const heads = await readExportedHeads({
      folder,
      schema: SCHEMA,
      ledgerKeys: [ledgerKey],
    });
    const trx: Knex.Transaction = await tables.owner.transaction();
    try {
      await trx.raw('set local search_path to ??', [SCHEMA]);
      await damage?.do(() => trx('ledger_entry'), trx);
      const began = performance.now();
      const cpu = process.cpuUsage();
      const verdict = await verifyLedger({
        knex: trx,
        schema: SCHEMA,
        ledgerKeys: [ledgerKey],
        heads,
      });
      const { user, system } = process.cpuUsage(cpu);
      return {
        ...verdict,
        seconds: (performance.now() - began) / 1_000,
        cpuSeconds: (user + system) / 1e6,
      };
    } finally {
      await trx.rollback();
    }
  }
}

const words = (taken: { seconds: number; cpuSeconds: number }) =>
  `${taken.seconds.toFixed(1)} s (${taken.cpuSeconds.toFixed(1)} s of this process at work)`;
