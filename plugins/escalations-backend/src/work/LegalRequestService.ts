import { formatDate, londonDateOf } from '@imsa-hub/core';
import { refuseIf } from '@imsa-hub/core-node';
import type {
  AddLegalRequestRequest,
  AnswerLegalRequestRequest,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../EscalationContext';
import { caseContent } from '../escalations/CaseContent';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { idOf, LEGAL_REQUESTS, nextPlace, type LegalRequest } from '../lists';

const STILL_TO_COME = 'This day is still to come';

/** Summons and disclosure requests that come while people work on a case. */
export class LegalRequestService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  async add(input: ChangeInput & { request: AddLegalRequestRequest }) {
    const { kind, received, due, from } = input.request;
    await this.changes.make({
      ...input,
      action: 'add-request',
      apply: async ({ work, row, seal }) => {
        refuseIf(received > londonDateOf(work.now), {
          field: 'body.received',
          message: STILL_TO_COME,
        });
        refuseIf(due !== null && due < received, {
          field: 'body.due',
          message: `This is before it came, on ${formatDate(received)}`,
        });
        const item = { kind, received, ...(due ? { due } : {}), from };
        await LEGAL_REQUESTS.write({
          trx: work.trx,
          escalationId: row.id,
          place: await nextPlace(work.trx, 'legal_request', row.id),
          version: 1,
          struck: false,
          item,
          personId: input.person.id,
          now: work.now,
          seal,
        });
        return {
          entries: [
            {
              kind: 'event',
              summary: 'Recorded a summons or request',
              text: LEGAL_REQUESTS.words(this.context, item),
            },
          ],
          record: { type: 'escalations.request-added', why: kind },
        };
      },
    });
  }

  /** Notes what was done about it; from then on its day presses no more. */
  async answer(input: ChangeInput & { request: AnswerLegalRequestRequest }) {
    const { requestId, answeredOn, answer } = input.request;
    await this.changes.make({
      ...input,
      action: 'answer-request',
      apply: async ({ work, row, seal }) => {
        const requests = await LEGAL_REQUESTS.read({
          knex: work.trx,
          escalationId: row.id,
          content: caseContent(this.context, {
            knex: work.trx,
            escalationId: row.id,
          }),
        });
        const known = requests.find(
          request => idOf(request) === requestId && !request.struck,
        );
        refuseIf(!known, {
          field: 'body.requestId',
          message: 'Choose a summons or request of this case',
        });
        const { item, place, version } = known as NonNullable<typeof known>;
        refuseIf(answeredOn > londonDateOf(work.now), {
          field: 'body.answeredOn',
          message: STILL_TO_COME,
        });
        refuseIf(answeredOn < item.received, {
          field: 'body.answeredOn',
          message: `This is before it came, on ${formatDate(item.received)}`,
        });
        const after: LegalRequest = {
          ...item,
          answered: { on: answeredOn, text: answer },
        };
        await LEGAL_REQUESTS.write({
          trx: work.trx,
          escalationId: row.id,
          place,
          version: version + 1,
          struck: false,
          item: after,
          personId: input.person.id,
          now: work.now,
          seal,
        });
        return {
          entries: [
            {
              kind: 'event',
              summary: 'Noted what was done about a summons or request',
              text: LEGAL_REQUESTS.words(this.context, after),
              ...(item.answered
                ? { before: LEGAL_REQUESTS.words(this.context, item) }
                : {}),
            },
          ],
          record: { type: 'escalations.request-answered', why: item.kind },
        };
      },
    });
  }
}
