import type { EscalationRecord } from '@imsa-hub/escalations-common';

/**
 * What a question was answered with when the case was raised, in words; for a
 * panel that draws the answers to its type's own questions.
 *
 * @param field - the name of the field in the type's pages
 */
export function answerOf(
  record: Pick<EscalationRecord, 'submission'>,
  field: string,
): string | undefined {
  return record.submission.pages
    .flatMap(({ answers }) => answers)
    .find(answer => answer.field === field)?.text;
}
