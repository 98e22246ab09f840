import type { CheckResult } from '../checks/CheckResult';
import { CasesBench } from '../load/CasesBench';
import { describeMachine } from '../load/describeMachine';
import { measurePages } from '../load/measurePages';

/**
 * The board of complex cases (50 rows, filtered by what its reader may see) and
 * the record of a case with a sealed timeline of 200 entries, at 1,000,000
 * cases, beside a bare handler that runs the same statements and opens the same
 * sealed texts.
 *
 * `npm run bench -- escalation --quick` takes 10,000 cases and shorter rounds,
 * and never counts as a pass.
 */
export async function bench(args: readonly string[]): Promise<CheckResult> {
  const quick = args.includes('--quick');
  const machine = describeMachine();
  const setting = await CasesBench.start({
    cases: quick ? 10_000 : 1_000_000,
    entries: 200,
  });
  try {
    const pages = await measurePages({
      setting,
      rounds: quick ? 3 : 9,
      seconds: quick ? 1.5 : 4,
    });
    return {
      figures: [...machine, ...setting.figures, ...pages.figures],
      holds: pages.holds && !quick,
    };
  } finally {
    await setting.stop();
  }
}
