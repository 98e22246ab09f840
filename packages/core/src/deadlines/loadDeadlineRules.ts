import { z } from 'zod';
import { DeadlineRule, DeadlineRuleSchema } from './deadlineRule';

/** What is wrong with one field of one rule, in words for its editor. */
export type DeadlineRuleProblem = {
  ruleId: string;
  field: string;
  problem: string;
};

/** Rules that cannot be used, with every problem found, not just the first. */
export class DeadlineRulesError extends Error {
  constructor(readonly problems: DeadlineRuleProblem[]) {
    super(
      problems
        .map(({ ruleId, field, problem }) => `${ruleId}: ${field}: ${problem}`)
        .join('\n'),
    );
    this.name = 'DeadlineRulesError';
  }
}

const FileSchema = z.union([
  z.strictObject({ rules: z.array(z.unknown()) }),
  z.array(z.unknown()).transform(rules => ({ rules })),
]);

function nameOf(raw: unknown, position: number): string {
  const id =
    typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' && id ? id : `rule ${position + 1}`;
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const path =
    issue.code === 'unrecognized_keys'
      ? [...issue.path, issue.keys.join(', ')]
      : issue.path;
  return path.join('.') || '(whole rule)';
}

/**
 * Checks rules as read from YAML or sent by the console (a list, or an object
 * with the list under `rules`) and fills in defaults. Throws
 * `DeadlineRulesError` that names every problem by rule id and field, and ids
 * that are used twice.
 */
export function loadDeadlineRules(data: unknown): DeadlineRule[] {
  const file = FileSchema.safeParse(data);
  if (!file.success) {
    throw new DeadlineRulesError([
      { ruleId: '(file)', field: 'rules', problem: 'Give a list of rules' },
    ]);
  }

  const problems: DeadlineRuleProblem[] = [];
  const rules: DeadlineRule[] = [];
  const seen = new Set<string>();
  file.data.rules.forEach((raw, position) => {
    const ruleId = nameOf(raw, position);
    if (seen.has(ruleId)) {
      problems.push({ ruleId, field: 'id', problem: 'This id is used twice' });
    }
    seen.add(ruleId);
    const parsed = DeadlineRuleSchema.safeParse(raw);
    if (parsed.success) {
      rules.push(parsed.data);
      return;
    }
    for (const issue of parsed.error.issues) {
      problems.push({ ruleId, field: fieldOf(issue), problem: issue.message });
    }
  });

  if (problems.length > 0) throw new DeadlineRulesError(problems);
  return rules;
}
