import { RuleListSchema, RuleRecordSchema } from '@imsa-hub/deadlines-common';
import { useHubQuery, useLive } from '@imsa-hub/ui';
import { apiPaths } from './paths';

/** Every rule, asked again when one changes. */
export function useRules() {
  useLive('deadlines');
  return useHubQuery({
    key: ['deadlines', 'rules'],
    path: apiPaths.rules,
    schema: RuleListSchema,
  });
}

/** One rule with its history, asked again when it changes. */
export function useRule(ruleId: string) {
  useLive('deadlines');
  return useHubQuery({
    key: ['deadlines', 'rule', ruleId],
    path: apiPaths.rule(ruleId),
    schema: RuleRecordSchema,
  });
}
