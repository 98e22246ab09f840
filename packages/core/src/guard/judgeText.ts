import { checkConfidentiality } from './checkConfidentiality';
import type { Finding } from './finding';

/**
 * What happens to identifying text: `must-go` in the forum, the library and
 * bulletins, where others read; `mark` in sealed records, where it may be
 * needed and is only pointed out.
 */
export type GuardPolicy = 'must-go' | 'mark';

/** Whether a text may be saved as it is, and what was found in it. */
export interface TextJudgement {
  ok: boolean;
  findings: Finding[];
}

/**
 * Judges a text under a policy. Under `must-go` a likely finding counts as
 * much as a sure one: putting the suggestion in is one press, taking a name
 * back out of other people's inboxes is not possible.
 */
export function judgeText({
  text,
  policy,
}: {
  text: string;
  policy: GuardPolicy;
}): TextJudgement {
  const findings = checkConfidentiality(text);
  return { ok: policy === 'mark' || findings.length === 0, findings };
}
