import { auditWrites } from './auditWrites';
import { auditChains } from './auditChains';
import { lookAtDatabase } from './drillDatabase';
import type { DrillHub } from './DrillHub';

/**
 * PostgreSQL says "committed" before anything is on disk, and nothing puts it
 * there soon: no flush by the writer of the log for ten seconds, none because of
 * many pages, no data pages written in the background, a log buffer that does
 * not fill.
 */
export const NOT_DURABLE: Readonly<Record<string, string>> = {
  synchronous_commit: 'off',
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
  bgwriter_lru_maxpages: '0',
  checkpoint_timeout: '1h',
};

const WRITES = 300;

/** What the control found. */
export interface ControlFindings {
  acknowledged: number;
  lost: number;
  /** Chains that end before an exported head. */
  chainFaults: number;
}

/**
 * The same drill where commits are not durable: writes, one death of
 * PostgreSQL, the same audit. It has to find losses, or the audit finds nothing.
 */
export async function runControl(drill: DrillHub): Promise<ControlFindings> {
  const { hub, log } = drill;
  await drill.write({ perseveres: false });
  await log.reached(WRITES);
  drill.say('the control: PostgreSQL is killed');
  await hub.services.postgres.killHard();
  await drill.finish();
  await hub.services.postgres.start();
  return lookAtDatabase(hub, async knex => ({
    acknowledged: log.acknowledged,
    lost: (await auditWrites(knex, log.records)).lost,
    chainFaults: (await auditChains(knex, hub)).faults,
  }));
}
