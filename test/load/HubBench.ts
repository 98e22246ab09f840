import { startHub, type Hub } from '@imsa-hub/launch';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubClient } from '../support/HubClient';
import { BARE_PORT, PORTS_FOR_CHECKS } from '../support/ports';
import { CAPTURE_SETTINGS, captureStatements } from './captureStatements';
import type { Statement } from './captureStatements';
import { startBare } from './startBare';

// Requests come as fast as they are answered, all from one person.
const LIMITS = `hub:
  limits:
    requestsPerPersonPerMinute: 100000000
    requestsPerOrganisationPerMinute: 100000000
    changesPerPersonPerMinute: 100000000
    requestsPerPersonInAllPerMinute: 100000000
    requestsPerAddressPerMinute: 100000000
auth:
  # What is measured is asked with one token, however long it takes.
  backstageTokenExpiration: { hours: 12 }
`;

/** A started hub to be measured, and whoever asks it. */
export interface BenchHub {
  hub: Hub;
  /** A superuser's connection: how the bench looks in from outside. */
  knex: Knex;
  /** Who asks, signed in. */
  reader: HubClient;
  readerId: string;
  /** Whose employer's chain of the ledger is written to. */
  employerId: string;
}

/** Starts a hub that can be measured, and signs in who asks it. */
export async function startBenchHub(reader: string): Promise<BenchHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-bench-'));
  const limits = join(dataDir, 'limits.yaml');
  await writeFile(limits, LIMITS);
  say('Starting a hub');
  const hub = await startHub({
    dataDir,
    ports: PORTS_FOR_CHECKS.bench,
    pages: false,
    configs: [limits],
    postgresSettings: CAPTURE_SETTINGS,
  });
  const knex = knexFactory({
    client: 'pg',
    connection: hub.services.postgres.superuser,
  });
  try {
    const client = await HubClient.signIn(hub.url, reader);
    const me = await client.get<{ id: string }>('/api/network/me');
    const employment = await knex('network.employment')
      .where({ person_id: me.body.id })
      .whereNull('ended_on')
      .first('organisation_id');
    return {
      hub,
      knex,
      reader: client,
      readerId: me.body.id,
      employerId: employment.organisation_id,
    };
  } catch (error) {
    await stopBenchHub({ hub, knex });
    throw error;
  }
}

/** Stops it and takes its data away. */
export async function stopBenchHub({
  hub,
  knex,
}: Pick<BenchHub, 'hub' | 'knex'>): Promise<void> {
  await knex.destroy();
  await hub.stop();
  await rm(hub.dataDir, { recursive: true, force: true });
}

/** What every benchmark does with its hub. */
export class HubBench {
  constructor(
    protected readonly started: BenchHub,
    /** The plugin whose statements are looked at. */
    private readonly plugin: string,
  ) {}

  get hub(): Hub {
    return this.started.hub;
  }

  get knex(): Knex {
    return this.started.knex;
  }

  /** What the hub asks of the plugin's tables for one request. */
  capture(
    /** An id that every part of it names, and nothing else that runs meanwhile. */
    about: string,
    run: () => Promise<unknown>,
  ): Promise<Statement[]> {
    const { hub, knex, plugin } = this;
    return captureStatements({ hub, knex, plugin, about, run });
  }

  /** The bare handler, with these operations. */
  bare(options: {
    /** Where it looks; the plugin's own name is whatever the hub sees. */
    schema: string;
    operations: Record<string, readonly Statement[]>;
    kept: readonly string[];
  }) {
    const { hub, started } = this;
    return startBare(
      {
        port: BARE_PORT,
        connection: {
          ...hub.services.postgres.superuser,
          // The role the hub runs as, so that the same rights are checked.
          user: String(hub.env.POSTGRES_APP_USER),
          password: String(hub.env.POSTGRES_APP_PASSWORD),
        },
        ...options,
        chain: started.employerId,
        masterKey: String(hub.env.SEALING_KEY),
      },
      hub.dataDir,
    );
  }

  /** Prints figures as they come; the whole takes minutes. */
  say(figures: ReadonlyArray<readonly [string, string]>): void {
    figures.forEach(([label, value]) => say(`  ${label}: ${value}`));
  }

  stop(): Promise<void> {
    return stopBenchHub(this.started);
  }
}

/** Tells whoever waits how far it is. */
export const say = (line: string) => process.stdout.write(`${line}\n`);
