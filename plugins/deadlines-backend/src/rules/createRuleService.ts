import { NotFoundError } from '@backstage/errors';
import { DeadlineRulesError, type DeadlineRule } from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type HubService,
  type Work,
} from '@imsa-hub/core-node';
import {
  deadlinesManagePermission,
  type RuleChange,
  type RuleRecord,
} from '@imsa-hub/deadlines-common';
import type { Law, RuleState } from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { LawKeeper, ReadLaw } from '../LawKeeper';
import {
  endedRule,
  endProblem,
  openNations,
  reviewedRule,
  successorRule,
  type RuleProblem,
} from './planRuleChange';
import { presentRule, presentRuleSummary } from './presentRule';
import type { Changer, RuleService } from './RuleService';
import { insertRuleVersion } from './ruleStore';

type Hub = Pick<HubService, 'database' | 'work' | 'people' | 'permissions'>;

/** Keeps the rules of legal limits. Permits nothing by itself. */
export function createRuleService(options: {
  hub: Hub;
  keeper: LawKeeper;
}): RuleService {
  const { hub, keeper } = options;

  const recordOf = (
    person: PersonContext,
    ruleId: string,
    law: Law,
  ): RuleRecord =>
    presentRule({
      state: stateIn(law, ruleId),
      law,
      today: keeper.today(),
      mayManage: hub.permissions.may(person, deadlinesManagePermission),
      nameOf: id => hub.people.nameOf(id),
    });

  /** One decision on a rule: read, judge, add, and answer with the result. */
  const decide = (
    { person, actor }: Changer,
    ruleId: string,
    version: number,
    use: (write: Writing, state: RuleState, law: Law) => Promise<void>,
  ): Promise<RuleRecord> =>
    hub.work.run(actor, async work => {
      const { law } = await keeper.readToChange(work.trx);
      const state = stateIn(law, ruleId);
      if (state.version !== version) {
        throw new StaleError({
          message:
            'Somebody decided on this rule while you were working on it. Look at their version, then save yours again.',
          current: recordOf(person, ruleId, law),
          reading: null,
        });
      }
      await use(new Writing(work, person), state, law);
      const after = await readFitting(keeper, work);
      return recordOf(person, ruleId, after.law);
    });

  return {
    async list() {
      const { law } = await keeper.read(hub.database);
      const today = keeper.today();
      return {
        rules: [...law.states.values()].map(state =>
          presentRuleSummary(state, today),
        ),
        horizon: keeper.horizon(law),
        setAside: law.setAside.map(({ title }) => title),
      };
    },

    async record({ person, ruleId }) {
      const { law } = await keeper.read(hub.database);
      return recordOf(person, ruleId, law);
    },

    end: ({ ruleId, ending, ...changer }) =>
      decide(changer, ruleId, ending.version, async (write, state, law) => {
        const { rule } = state;
        const { effectiveTo, successor, reason } = ending;
        const open = openNations(rule, law.rules);
        refuse(endProblem({ rule, ending, open }));
        if (effectiveTo !== rule.effectiveTo) {
          const ended = endedRule(rule, effectiveTo);
          await write.add({ state, rule: ended, change: 'ended', reason });
        }
        if (!successor) return;
        const started = successorRule({
          rule,
          successor,
          effectiveFrom: effectiveTo,
          today: keeper.today(),
          isTaken: id => law.states.has(id),
        });
        await write.add({ rule: started, change: 'started', reason });
      }),

    review: ({ ruleId, review, ...changer }) =>
      decide(changer, ruleId, review.version, async (write, state) => {
        const rule = reviewedRule({
          rule: state.rule,
          review,
          today: keeper.today(),
        });
        const { reason } = review;
        await write.add({ state, rule, change: 'reviewed', reason });
      }),
  };
}

function stateIn(law: Law, ruleId: string): RuleState {
  const state = law.states.get(ruleId);
  if (!state) throw new NotFoundError();
  return state;
}

function refuse(problem: RuleProblem | undefined): void {
  if (!problem) return;
  throw new HubInputError({
    fields: [{ ...problem, field: `body.${problem.field}` }],
  });
}

// Nothing is kept that would leave the rules contradicting each other.
async function readFitting(keeper: LawKeeper, work: Work): Promise<ReadLaw> {
  try {
    return await keeper.read(work.trx);
  } catch (error) {
    if (!(error instanceof DeadlineRulesError)) throw error;
    const [problem] = error.problems;
    throw new HubInputError({
      message: problem?.problem ?? 'The rules would contradict each other',
      fields: [],
    });
  }
}

/** Adds versions of rules, each with its entry in the ledger. */
class Writing {
  constructor(
    private readonly work: Work,
    private readonly person: PersonContext,
  ) {}

  async add(decision: {
    /** What there was before; nothing for a new rule. */
    state?: RuleState;
    rule: DeadlineRule;
    change: RuleChange;
    reason: string;
  }): Promise<void> {
    const { state, rule, change, reason } = decision;
    await insertRuleVersion({
      trx: this.work.trx,
      version: {
        id: this.work.newId(),
        rule_id: rule.id,
        version: state ? state.version + 1 : 1,
        rule,
        shipped: state?.shipped ?? null,
        change,
        reason,
        by_id: this.person.id,
        at: this.work.now,
      },
    });
    this.work.record({
      type: `deadlines.rule-${change}`,
      subject: `deadline-rule:${rule.id}`,
      before: state?.rule,
      after: rule,
    });
  }
}
