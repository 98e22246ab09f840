import { createRegistry, type TriageRule } from '@imsa-hub/advice-node';
import { BUILT_IN_TRIAGE_RULES } from './builtInTriageRules';

/**
 * The rules that order the queue: the built-in ones, then what modules add.
 * `addRule` throws on an id in use.
 */
export function createTriageRules(): {
  addRule(rule: TriageRule): void;
  rules(): readonly TriageRule[];
} {
  const registry = createRegistry<TriageRule>({
    what: 'triage rule',
    builtIn: BUILT_IN_TRIAGE_RULES,
  });
  return { addRule: registry.add, rules: registry.all };
}
