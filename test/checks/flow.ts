import { startHub } from '@imsa-hub/launch';
import { ESCALATION_ACTIONS } from '@imsa-hub/escalations-common';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowCast } from '../flow/FlowCast';
import { FlowFindings } from '../flow/FlowFindings';
import { readLimits } from '../flow/limitsOf';
import { INVARIANT_COUNT } from '../flow/invariants';
import { Shelf } from '../flow/Shelf';
import { CaseStage } from '../flow/stageCase';
import { TableRun } from '../flow/TableRun';
import { tryDrafts } from '../flow/tryDrafts';
import { WalkRun } from '../flow/WalkRun';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

/** Walks that are to be taken; fewer prove too little. */
const WALKS = 10_000;
/** Cases that are tried at a time. */
const AT_ONCE = 5;
/** The scenes to try, while something is looked for. */
const ONLY = new RegExp(process.env.HUB_FLOW_ONLY ?? '');

// A handful of people does in minutes what a network does in years.
const SETTINGS = `hub:
  mail: { everySeconds: 86400 }
  limits:
    requestsPerPersonPerMinute: 100000000
    requestsPerOrganisationPerMinute: 100000000
    changesPerPersonPerMinute: 100000000
    requestsPerPersonInAllPerMinute: 100000000
    requestsPerAddressPerMinute: 100000000
    badTokensPerAddressPerMinute: 100000000
    signInsPerAddressPerMinute: 1000000
`;

// Nothing here outlives the check, so nothing has to be safe on disk.
const POSTGRES = { fsync: 'off', synchronous_commit: 'off' };

/**
 * The table of states and moves of complex cases against the running hub: every
 * state, action and person; and random walks, after which no invariant is broken.
 *
 * `HUB_FLOW_SEED` repeats the walks of an earlier run. `HUB_FLOW_WALKS` takes
 * fewer, and `HUB_FLOW_ONLY` tries the scenes whose names match; neither counts
 * as a pass.
 */
export async function check(): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-flow-'));
  const settings = join(folder, 'settings.yaml');
  await writeFile(settings, SETTINGS);
  const hub = await startHub({
    dataDir: join(folder, 'data'),
    ports: PORTS_FOR_CHECKS.flow,
    pages: false,
    configs: [settings],
    postgresSettings: POSTGRES,
  });
  const shelf = await Shelf.beside(hub);
  try {
    return await tryAll({ cast: await FlowCast.signIn(hub.url), shelf });
  } finally {
    await shelf.close();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryAll(world: {
  cast: FlowCast;
  shelf: Shelf;
}): Promise<CheckResult> {
  const begun = performance.now();
  const { cast, shelf } = world;
  const findings = new FlowFindings();
  const stages = await Promise.all(
    Array.from({ length: AT_ONCE }, () => CaseStage.set(cast, shelf)),
  );
  say(begun, `${stages.length} cases are set`);
  await tryDrafts({ ...world, findings });
  const telling = setInterval(
    () => say(begun, `${findings.cells} cells are tried`),
    30_000,
  );
  // Each case is in every scene; the scenes are shared out among them.
  await Promise.all(
    stages.map(async (stage, place) => {
      const run = new TableRun({ ...world, findings });
      const mine = stage.scenes.filter(
        ({ name }, at) => at % AT_ONCE === place && ONLY.test(name),
      );
      for (const scene of mine) await run.scene(scene);
    }),
  ).finally(() => clearInterval(telling));
  const tableSeconds = say(begun, `${findings.cells} cells are tried`);
  const walked = await walkAll({ ...world, stages });
  const neverDone = findings.neverDone(ESCALATION_ACTIONS);
  const broken = walked.broken.length;
  say(begun, 'all walks are taken');
  return {
    figures: [
      ['states × actions × people × what is open', String(findings.cells)],
      ['of them allowed, and made', String(findings.allowed)],
      ['of them refused', String(findings.refused)],
      ['tried without a reason that is needed', String(findings.withoutReason)],
      ['actions that nobody could do anywhere', list(neverDone)],
      ['not as the table says', list(findings.wrong)],
      ['seconds for the table', tableSeconds],
      ['seed (HUB_FLOW_SEED)', String(walked.seed)],
      ['walks', String(walked.walks)],
      ['tries in them', String(walked.attempts)],
      ['moves made', String(walked.moves)],
      ['invariants looked at after each', String(INVARIANT_COUNT)],
      ['broken by', list(walked.broken)],
      ['seconds', say(begun, 'done')],
      [
        'cells unlike the table, walks that broke an invariant',
        `${findings.wrong.length}, ${broken}`,
      ],
    ],
    holds:
      findings.wrong.length + neverDone.length + broken === 0 &&
      walked.walks >= WALKS &&
      ONLY.source === '(?:)',
  };
}

async function walkAll(world: {
  cast: FlowCast;
  shelf: Shelf;
  stages: readonly CaseStage[];
}) {
  const limitsOf = await readLimits();
  const seed = Number(process.env.HUB_FLOW_SEED ?? randomInt(1, 1_000_000));
  const wished = Number(process.env.HUB_FLOW_WALKS ?? WALKS);
  process.stdout.write(`seed ${seed}\n`);
  const runs = world.stages.map(
    stage => new WalkRun({ ...world, stage, limitsOf }),
  );
  const times = Math.ceil(wished / runs.length);
  const sum = (of: keyof WalkRun['counts']) =>
    runs.reduce((total, { counts }) => total + counts[of], 0);
  const begun = performance.now();
  const telling = setInterval(
    () => say(begun, `${sum('walks')} walks are taken`),
    30_000,
  );
  const broken = await Promise.all(
    runs.map((run, place) => run.walk({ seed: seed + place, times })),
  ).finally(() => clearInterval(telling));
  return {
    seed,
    walks: sum('walks'),
    attempts: sum('attempts'),
    moves: sum('moves'),
    broken: broken.filter(found => found !== undefined),
  };
}

/** Tells whoever waits how far it is. @returns seconds since the beginning */
function say(begun: number, what: string): string {
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  process.stdout.write(`${seconds} s: ${what}\n`);
  return seconds;
}

const list = (found: readonly string[]) =>
  found.length === 0
    ? '0'
    : [`${found.length}:`, ...found.slice(0, 20)].join('\n  ');
