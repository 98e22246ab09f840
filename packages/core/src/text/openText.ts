import { checkConfidentiality, describePlace, type Certainty } from '../guard';
import { plainText, type PlainTextOptions } from './plainText';

/** Findings that are named before it is only said that there are more. */
const MOST = 5;

/**
 * What to mend in a text that is stored in the clear: what could identify
 * somebody, where, and what to put instead. Nothing where it may stay. It does
 * not repeat what was found, so that it can stand in any answer.
 */
export function identifyingProblem(
  text: string,
  least: Certainty = 'likely',
): string | undefined {
  const findings = checkConfidentiality(text).filter(
    ({ certainty }) => certainty === 'sure' || least === 'likely',
  );
  if (findings.length === 0) return undefined;
  const places = findings
    .slice(0, MOST)
    .map(
      finding =>
        `${finding.label} (${describePlace({ text, finding })}): put “${finding.suggestion}” in its place`,
    );
  const more = findings.length - places.length;
  return `Take out what could identify somebody. This looks like it holds ${places.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

/**
 * A Zod schema for free text that is stored in the clear, as a
 * {@link plainText} that the confidentiality guard refuses where it could
 * identify somebody; `least: 'sure'` where what is only likely may stay.
 */
export function openText(options: PlainTextOptions & { least?: Certainty }) {
  return plainText(options).superRefine((text, context) => {
    const message = identifyingProblem(text, options.least);
    if (message) context.addIssue({ code: 'custom', message });
  });
}
