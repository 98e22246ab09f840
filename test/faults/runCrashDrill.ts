import { auditChains, type ChainsAudit } from './auditChains';
import { auditMails, emptyMailbox, type MailsAudit } from './auditMails';
import { auditNotices, type NoticesAudit } from './auditNotices';
import { auditTexts } from './auditTexts';
import { auditWrites, type WritesAudit } from './auditWrites';
import { lookAtDatabase } from './drillDatabase';
import type { DrillHub } from './DrillHub';
import { killBackend, killPostgres, type PostgresDeath } from './kills';
import { settle } from './settle';

/** When what is killed, by writes acknowledged so far. */
const KILLS: ReadonlyArray<
  { after: number } & (
    { what: 'backend' } | { what: 'postgres'; awayMs: number }
  )
> = [
  { after: 150, what: 'backend' },
  { after: 400, what: 'postgres', awayMs: 5_000 },
  { after: 700, what: 'backend' },
  { after: 1_000, what: 'backend' },
  // Longer than the register is trusted.
  { after: 1_300, what: 'postgres', awayMs: 66_000 },
  { after: 1_600, what: 'backend' },
  { after: 1_900, what: 'backend' },
];

/** Writes to be acknowledged. */
export const WRITES = 2_000;

/** All that the drill found. */
export interface CrashFindings {
  acknowledged: number;
  found: number;
  /** Acknowledged writes on complex cases, their drafts included. */
  onCases: number;
  failedTries: number;
  backendKills: number;
  deaths: PostgresDeath[];
  writes: WritesAudit;
  texts: { lost: number; doubled: number; looked: number };
  notices: NoticesAudit;
  mails: MailsAudit;
  chains: ChainsAudit;
  /** What was still to be done in the end. */
  left: number;
}

/** Kills a hub again and again under writes, and holds it to what it said. */
export async function runCrashDrill(drill: DrillHub): Promise<CrashFindings> {
  const { hub, log } = drill;
  await emptyMailbox(hub);
  await drill.write({ perseveres: true });
  const deaths: PostgresDeath[] = [];
  for (const kill of KILLS) {
    await log.reached(kill.after);
    if (kill.what === 'backend') await killBackend(drill);
    else deaths.push(await killPostgres(drill, kill));
  }
  await log.reached(WRITES);
  await drill.finish();
  drill.say('all that follows is awaited');
  return lookAtDatabase(hub, async knex => {
    const left = await settle(knex);
    drill.say('the audit');
    const writes = await auditWrites(knex, log.records);
    return {
      acknowledged: log.acknowledged,
      found: log.count('found'),
      onCases: log.count('acknowledged', 'escalations'),
      failedTries: log.failedTries,
      backendKills: KILLS.length - deaths.length,
      deaths,
      writes,
      texts: await auditTexts(drill.clients, log.records),
      notices: await auditNotices(knex, writes.ids),
      mails: await auditMails(knex, hub),
      chains: await auditChains(knex, hub),
      left,
    };
  });
}
