import { startHub, type Hub } from '@imsa-hub/launch';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { DrillCast } from './DrillMove';
import { RecordWriter, type SignedInCast } from './RecordWriter';
import { WriteLog } from './WriteLog';

/** Who asks queries and raises cases; each has a writer. */
const ASKERS = ['imsa', 'trainee', 'imsa-oluwaseun', 'imsa-hannah'];
const ADVISERS = ['senior', 'senior-two'];
/** The other people of the desk, who are told what waits there. */
const REST_OF_DESK = ['senior-ffion', 'senior-dara'];
const WRITERS = 8;

// A handful of people writes what a network writes in a week.
const SETTINGS = `
hub:
  limits:
    requestsPerPersonPerMinute: 1000000
    requestsPerOrganisationPerMinute: 1000000
    changesPerPersonPerMinute: 1000000
    requestsPerPersonInAllPerMinute: 1000000
    requestsPerAddressPerMinute: 1000000
  mail:
    everySeconds: 8
    settleSeconds: 1
    firstWaitSeconds: 1
`;

/** A hub that is written to while it is killed. */
export class DrillHub {
  readonly log = new WriteLog();
  /** By register id. */
  readonly clients = new Map<string, HubClient>();
  private writers: RecordWriter[] = [];
  private playing: Promise<unknown> = Promise.resolve();

  private readonly begun = performance.now();

  private constructor(
    readonly hub: Hub,
    readonly coordinator: HubClient,
  ) {}

  /** Starts it, with everything in `dataDir`; data that is there stays. */
  static async start(options: {
    dataDir: string;
    postgresSettings?: Record<string, string>;
  }): Promise<DrillHub> {
    const settings = join(options.dataDir, 'drill.yaml');
    await writeFile(settings, SETTINGS);
    const hub = await startHub({
      ...options,
      ports: PORTS_FOR_CHECKS.crash,
      pages: false,
      configs: [settings],
    });
    try {
      return new DrillHub(hub, await HubClient.signIn(hub.url, 'coordinator'));
    } catch (error) {
      await hub.stop();
      throw error;
    }
  }

  /** Tells whoever waits for the drill how far it is. */
  say(what: string): void {
    const seconds = ((performance.now() - this.begun) / 1_000).toFixed(0);
    process.stdout.write(
      `${seconds} s, ${this.log.acknowledged} acknowledged: ${what}\n`,
    );
  }

  /** Lets everybody write. */
  async write(options: { perseveres: boolean }): Promise<void> {
    const { hub, coordinator, log } = this;
    const signIn = (keys: readonly string[]) =>
      Promise.all(keys.map(key => HubClient.signIn(hub.url, key)));
    const askers = await signIn(ASKERS);
    const advisers = await signIn(ADVISERS);
    const desk = [...advisers, ...(await signIn(REST_OF_DESK))];
    const deskIds = await Promise.all(desk.map(idOf));
    for (const client of [...askers, ...advisers, coordinator]) {
      this.clients.set(await idOf(client), client);
    }
    for (let index = 0; index < WRITERS; index += 1) {
      const clients: SignedInCast = {
        askerId: pick(askers, index),
        coordinatorId: coordinator,
        adviserId: pick(advisers, index),
      };
      const cast: DrillCast = {
        askerId: await idOf(clients.askerId),
        coordinatorId: await idOf(coordinator),
        adviserId: await idOf(clients.adviserId),
        deskIds,
      };
      this.writers.push(new RecordWriter({ ...options, log, cast, clients }));
    }
    this.playing = Promise.all(
      this.writers.map((writer, index) => writer.play(index, WRITERS + 1)),
    );
    // Whoever waits for so many writes must not wait for ever.
    this.playing.catch((error: Error) => log.fail(error));
  }

  /** Lets everybody finish what they are at. */
  async finish(): Promise<void> {
    this.writers.forEach(writer => writer.stop());
    await this.playing;
  }

  /** From now on nobody tries again. */
  giveUp(): void {
    this.writers.forEach(writer => writer.stop());
  }
}

const pick = <T>(list: readonly T[], index: number): T =>
  list[index % list.length] as T;

async function idOf(client: HubClient): Promise<string> {
  return (await client.get<{ id: string }>('/api/network/me')).body.id;
}
