import { addDays, formatDate } from '@imsa-hub/core';
import type { HoldRow, SubjectRow } from './subjectStore';

/** Why somebody's details cannot be erased now, in words; nothing if they can. */
export function eraseBarrier(options: {
  subject: SubjectRow;
  hold: HoldRow | undefined;
  /** How long details are kept after somebody left. */
  keepDays: number;
  /** `YYYY-MM-DD` in Europe/London. */
  today: string;
}): string | undefined {
  const { subject, hold, keepDays, today } = options;
  if (subject.erased_at) return 'Their details are erased already.';
  if (subject.is_here) {
    return 'They are in the network. End their roles and employments first.';
  }
  if (hold) return 'There is a hold on their details. Lift it first.';
  const from = addDays({ date: subject.left_on, days: keepDays });
  if (today < from) {
    return `Details are kept for ${keepDays} days after somebody has left. This can be asked for from ${formatDate(from)}.`;
  }
  return undefined;
}
