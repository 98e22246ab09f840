import type { Limit } from '@imsa-hub/deadlines-common';
import {
  LEGAL_REQUEST_KIND_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { writtenDate } from '@imsa-hub/ui';
import { limitsInOrder } from './lineOfTime';

/**
 * Everything that has to be done by a day: limits of the law, and the days that
 * summons and requests have set and that nobody has answered.
 */
export function datesToActOn(
  record: Pick<EscalationRecord, 'limits' | 'legalRequests'>,
): Limit[] {
  const set = record.legalRequests.flatMap<Limit>(
    ({ id, kind, from, received, due, answered, struck }) =>
      due === null || answered || struck
        ? []
        : [
            {
              ruleId: `request-${id}`,
              title: `Answer the ${LEGAL_REQUEST_KIND_NAMES[kind].toLowerCase()} from ${from}`,
              eventDate: received,
              limit: due,
              kind: 'limit',
              working: [
                `It came on ${writtenDate(received)}.`,
                `It says itself that it has to be answered by ${writtenDate(due)}.`,
              ],
              confidence: null,
              source: null,
              caution: '',
            },
          ],
  );
  return limitsInOrder([...record.limits, ...set]);
}
