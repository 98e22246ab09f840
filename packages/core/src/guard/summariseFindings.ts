import { FINDING_KINDS, type Finding } from './finding';
import { FINDING_WORDS } from './findingWords';

/**
 * One plain sentence on what was found: "This looks like it holds a phone
 * number and a postcode." Empty text when there is nothing to say.
 */
export function summariseFindings(
  findings: readonly Pick<Finding, 'kind'>[],
): string {
  const parts = FINDING_KINDS.flatMap(kind => {
    const count = findings.filter(finding => finding.kind === kind).length;
    if (count === 0) return [];
    const { label, plural } = FINDING_WORDS[kind];
    if (count === 1 || label === plural) return [label];
    return [`${count} ${plural}`];
  });
  if (parts.length === 0) return '';
  const last = parts.at(-1) ?? '';
  const list =
    parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `This looks like it holds ${list}.`;
}
