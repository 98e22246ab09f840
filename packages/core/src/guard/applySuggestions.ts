import type { Finding } from './finding';

/**
 * The text with each of the findings replaced by its suggestion.
 *
 * @param findings - from `checkConfidentiality` of this same text, all or
 * some; ones out of range or overlapping an earlier one are passed over
 */
export function applySuggestions(
  text: string,
  findings: readonly Finding[],
): string {
  const sorted = [...findings].sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, suggestion } of sorted) {
    if (start < done || end <= start || end > text.length) continue;
    parts.push(text.slice(done, start), suggestion);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
