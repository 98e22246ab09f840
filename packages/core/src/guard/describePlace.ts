import type { Finding } from './finding';

/**
 * Where a finding is, as a person counts: "line 2, from character 14".
 * Characters are whole ones, so an emoji before it counts once.
 */
export function describePlace({
  text,
  finding,
}: {
  text: string;
  finding: Pick<Finding, 'start'>;
}): string {
  const lines = text.slice(0, finding.start).split(/\r\n|[\n\r\u2028\u2029]/);
  const inLine = [...(lines.at(-1) ?? '')].length + 1;
  return `line ${lines.length}, from character ${inLine}`;
}
