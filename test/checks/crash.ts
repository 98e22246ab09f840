import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrillHub } from '../faults/DrillHub';
import { NOT_DURABLE, runControl } from '../faults/runControl';
import {
  runCrashDrill,
  WRITES,
  type CrashFindings,
} from '../faults/runCrashDrill';
import type { CheckResult } from './CheckResult';

/** Longest that the hub may take to write again once PostgreSQL is back. */
const LONGEST_RECOVERY_MS = 10_000;

/**
 * A case may be taken on before it is told that it waits. The lead IMSA writes
 * into it first, so that this stays rare.
 */
const MOST_OVERTAKEN = 5;

/**
 * Writes under way while the hub's process is killed five times and PostgreSQL
 * twice: nothing acknowledged is lost, nobody is told twice or not at all. A
 * control, in which commits are not durable, shows that the drill can fail.
 */
export async function check(): Promise<CheckResult> {
  const begun = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-crash-'));
  try {
    const found = await withHub({ dataDir }, runCrashDrill);
    const control = await withHub(
      { dataDir, postgresSettings: NOT_DURABLE },
      runControl,
    );
    const wrong = [
      ...faultsOf(found),
      ...(control.lost > 0 ? [] : ['the control lost nothing']),
    ];
    const { writes, texts, notices, mails, chains } = found;
    const answers = found.deaths.map(({ probe }) => probe);
    const slowest = Math.max(...answers.map(probe => probe.slowestMs));
    const recovery = found.deaths.map(death => seconds(death.recoveredInMs));
    return {
      figures: [
        [
          'writes acknowledged',
          `${found.acknowledged}, ${found.onCases} of them on complex cases`,
        ],
        [
          'tries that met no answer or a 5xx',
          `${found.failedTries}, of which ${found.found} had been written`,
        ],
        [
          'kills under way (SIGKILL)',
          `hub ${found.backendKills}, PostgreSQL ${found.deaths.length}`,
        ],
        [
          'asked while PostgreSQL was dead',
          `${sum(answers, probe => probe.asked)}, slowest answer ${seconds(slowest)} s, wrong answers ${
            answers
              .flatMap(probe => probe.wrong)
              .slice(0, 5)
              .join('; ') || '0'
          }`,
        ],
        [
          'writing again after PostgreSQL came back, hub left alone',
          `${recovery.join(' s, ')} s`,
        ],
        ['rows, history and ledger at odds', String(writes.torn)],
        [
          'texts lost, doubled',
          `${texts.lost}, ${texts.doubled} of ${texts.looked} (read back through the hub)`,
        ],
        [
          'notices lost, doubled',
          `${notices.lost}, ${notices.doubled} of ${notices.expected}; ${notices.overtaken} entries that nobody had to hear of any more`,
        ],
        [
          'mails lost, doubled',
          `${mails.lost}, ${mails.doubled} of ${mails.sent}; handed over again under the same Message-ID ${mails.again}`,
        ],
        ['left on outboxes', String(found.left)],
        [
          'chains',
          `${chains.chains} with ${chains.entries} entries, ${chains.heads} exported heads, faults ${chains.faults}`,
        ],
        [
          'control, commits not durable',
          `${control.lost} lost of ${control.acknowledged} acknowledged, chain faults ${control.chainFaults}`,
        ],
        ['seconds', seconds(performance.now() - begun)],
        ['what does not hold', wrong.join('; ') || 'nothing'],
        [
          'acknowledged writes lost, doubled',
          `${writes.lost}, ${writes.doubled}`,
        ],
      ],
      holds: wrong.length === 0,
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withHub<T>(
  options: Parameters<typeof DrillHub.start>[0],
  use: (drill: DrillHub) => Promise<T>,
): Promise<T> {
  const drill = await DrillHub.start(options);
  try {
    return await use(drill);
  } finally {
    await drill.hub.stop();
  }
}

function faultsOf(found: CrashFindings): string[] {
  const { writes, texts, notices, mails, chains, deaths, backendKills } = found;
  const faults: Array<[what: string, isSo: boolean]> = [
    ['too few writes', found.acknowledged < WRITES],
    ['no try met a dead hub', found.failedTries === 0],
    ['writes lost', writes.lost > 0],
    ['writes doubled', writes.doubled > 0],
    ['rows without their entries', writes.torn > 0],
    ['texts lost', texts.lost > 0],
    ['texts doubled', texts.doubled > 0],
    ['notices lost', notices.lost > 0],
    ['notices doubled', notices.doubled > 0],
    ['too few writes on complex cases', found.onCases < WRITES / 4],
    ['hardly anybody told what waits', notices.overtaken > MOST_OVERTAKEN],
    ['no notice expected', notices.expected === 0],
    ['mails lost', mails.lost > 0],
    ['mails doubled', mails.doubled > 0],
    ['more mails handed over again than kills', mails.again > backendKills],
    ['no mail sent', mails.sent === 0],
    ['something left on outboxes', found.left > 0],
    ['chains not whole', chains.faults > 0],
    ['no exported head compared', chains.heads === 0],
    ...deaths.flatMap(
      ({ probe, recoveredInMs, sameProcess }): typeof faults => [
        ['wrong answers while PostgreSQL was dead', probe.wrong.length > 0],
        ['nobody asked while PostgreSQL was dead', probe.asked === 0],
        ['slow recovery', recoveredInMs > LONGEST_RECOVERY_MS],
        ['the hub did not live through it', !sameProcess],
      ],
    ),
  ];
  return faults.filter(([, isSo]) => isSo).map(([what]) => what);
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

const sum = <T>(list: readonly T[], of: (item: T) => number) =>
  list.reduce((total, item) => total + of(item), 0);
