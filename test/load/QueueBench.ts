import { startHub, type Hub } from '@imsa-hub/launch';
import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubClient } from '../support/HubClient';
import { BARE_PORT, PORTS_FOR_CHECKS } from '../support/ports';
import { CAPTURE_SETTINGS, captureStatements } from './captureStatements';
import type { Statement } from './captureStatements';
import { fillLines, SCHEMAS, type Size } from './fillLines';
import { startBare } from './startBare';

// Requests come as fast as they are answered, all from one person.
const LIMITS = `hub:
  limits:
    requestsPerPersonPerMinute: 100000000
    requestsPerOrganisationPerMinute: 100000000
    changesPerPersonPerMinute: 100000000
`;

/**
 * A real hub with two advice lines, of which the running hub sees the one that
 * was put in place last: renaming a schema takes a moment, so both sizes can be
 * measured in turn by the same process.
 */
export class QueueBench {
  private inPlace: Size = 'small';

  private constructor(
    readonly hub: Hub,
    /** A superuser's connection: how the bench looks in from outside. */
    readonly knex: Knex,
    readonly coordinator: HubClient,
    /** Somebody who asks; nobody claims what they asked themselves. */
    readonly asker: HubClient,
    readonly personId: string,
    readonly chain: string,
    /** What was set up, in words and figures. */
    readonly figures: Array<[string, string]>,
  ) {}

  static async start(options: { large: number }): Promise<QueueBench> {
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
      const coordinator = await HubClient.signIn(hub.url, 'coordinator');
      const figures = await fillLines({
        hub,
        knex,
        large: options.large,
        say,
      });
      const me = await coordinator.get<{ id: string }>('/api/network/me');
      const chain = await knex('network.employment')
        .where({ person_id: me.body.id })
        .whereNull('ended_on')
        .first('organisation_id');
      return new QueueBench(
        hub,
        knex,
        coordinator,
        await HubClient.signIn(hub.url, 'imsa'),
        me.body.id,
        chain.organisation_id,
        figures,
      );
    } catch (error) {
      await knex.destroy();
      await hub.stop();
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    }
  }

  /** Puts one of the advice lines where the hub looks. */
  async place(size: Size): Promise<void> {
    if (size === this.inPlace) return;
    await this.knex.raw(`
      alter schema advice rename to ${SCHEMAS[this.inPlace]};
      alter schema ${SCHEMAS[size]} rename to advice`);
    this.inPlace = size;
  }

  /** Where a line's tables are now. */
  schemaOf(size: Size): string {
    return size === this.inPlace ? 'advice' : SCHEMAS[size];
  }

  /** What the hub asks of the advice line's tables for one request. */
  capture(
    /** An id that every part of it names, and nothing else that runs meanwhile. */
    about: string,
    run: () => Promise<unknown>,
  ): Promise<Statement[]> {
    const { hub, knex } = this;
    return captureStatements({ hub, knex, plugin: 'advice', about, run });
  }

  /** The bare handler, with these operations, on one of the lines. */
  bare(options: {
    /** Where it looks; `advice` is whatever the hub sees at the moment. */
    schema: string;
    operations: Record<string, readonly Statement[]>;
    kept: readonly string[];
  }) {
    const { hub } = this;
    const { superuser } = hub.services.postgres;
    return startBare(
      {
        port: BARE_PORT,
        connection: {
          ...superuser,
          // The role the hub runs as, so that the same rights are checked.
          user: String(hub.env.POSTGRES_APP_USER),
          password: String(hub.env.POSTGRES_APP_PASSWORD),
        },
        ...options,
        chain: this.chain,
        masterKey: String(hub.env.SEALING_KEY),
      },
      hub.dataDir,
    );
  }

  /** Prints figures as they come; the whole takes minutes. */
  say(figures: ReadonlyArray<readonly [string, string]>): void {
    figures.forEach(([label, value]) => say(`  ${label}: ${value}`));
  }

  async stop(): Promise<void> {
    await this.knex.destroy();
    await this.hub.stop();
    await rm(this.hub.dataDir, { recursive: true, force: true });
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
