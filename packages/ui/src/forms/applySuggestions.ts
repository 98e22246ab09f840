import type { Finding } from '@imsa-hub/core';

/** The text with each finding replaced by the wording suggested for it. */
export function applySuggestions(options: {
  text: string;
  findings: readonly Pick<Finding, 'start' | 'end' | 'suggestion'>[];
}): string {
  // From the end, so that earlier positions stay true.
  return [...options.findings]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, suggestion }) =>
        text.slice(0, start) + suggestion + text.slice(end),
      options.text,
    );
}
