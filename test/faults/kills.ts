import { OutageProbe } from './OutageProbe';
import type { DrillHub } from './DrillHub';

/** What was seen of one death of PostgreSQL. */
export interface PostgresDeath {
  probe: OutageProbe;
  /** From PostgreSQL being back to the next acknowledged write. */
  recoveredInMs: number;
  /** Whether the hub's own process lived through it. */
  sameProcess: boolean;
}

/** SIGKILL of the hub's process under writes, and a new start. */
export async function killBackend(drill: DrillHub): Promise<void> {
  const { hub } = drill;
  drill.say('the hub is killed');
  await hub.services.backend.killHard();
  await hub.services.backend.start();
}

/**
 * SIGKILL of PostgreSQL under writes; people go on asking while it is away. It
 * comes back, the hub is left alone.
 */
export async function killPostgres(
  drill: DrillHub,
  options: { awayMs: number },
): Promise<PostgresDeath> {
  const { postgres, backend } = drill.hub.services;
  const { pid } = backend;
  drill.say(`PostgreSQL is killed, for ${options.awayMs / 1_000} s`);
  await postgres.killHard();
  const probe = new OutageProbe(drill.coordinator);
  const asking = probe.run();
  await new Promise(done => setTimeout(done, options.awayMs));
  probe.stop();
  await postgres.start();
  const back = performance.now();
  await drill.log.reached(drill.log.acknowledged + 1);
  const recoveredInMs = performance.now() - back;
  await asking;
  return {
    probe,
    recoveredInMs,
    sameProcess: pid !== undefined && backend.pid === pid,
  };
}
