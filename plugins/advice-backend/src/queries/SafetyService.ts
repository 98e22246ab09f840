import {
  SAFETY_ANSWER_NAMES,
  SAFETY_QUESTIONS,
  SAFETY_QUESTION_TEXTS,
  type ChangeSafetyRequest,
} from '@imsa-hub/advice-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether } from './assessTogether';
import { lockWithSurvivor } from './lockTogether';
import type { ChangeInput, QueryChanges } from './QueryChanges';
import { workOutSurvivorAgain } from './workOutAgain';

/**
 * The answers to the safety questions, as they become known after the question
 * was asked. How soon a query is seen follows from them, not from its words.
 */
export class SafetyService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  /** Keeps what is known now; what was answered before stays in the history. */
  async change(input: ChangeInput & { request: ChangeSafetyRequest }) {
    const { store } = this.context;
    const { safety, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'change-safety',
      reason,
      before: await lockWithSurvivor(this.context, input.id),
      apply: async ({ work, row }) => {
        const changed = SAFETY_QUESTIONS.filter(
          question => safety[question] !== row.safety[question],
        );
        refuseIf(changed.length === 0, {
          field: 'body.safety',
          message: 'These are the answers already. Change at least one',
        });
        await store.saveSafety(work.trx, row.id, safety);
        await workOutSurvivorAgain(this.context, {
          work,
          row,
          summary:
            'How urgent it is was worked out again: a safety answer of a query merged into this one changed',
        });
        const assessed = await assessTogether(this.context, {
          knex: work.trx,
          row: { ...row, safety },
          now: work.now,
        });
        return {
          patch: { safety, ...assessed },
          entries: [
            {
              kind: 'move',
              summary: 'Changed the safety answers',
              body: [
                ...changed.map(
                  question =>
                    `${SAFETY_QUESTION_TEXTS[question]} ${SAFETY_ANSWER_NAMES[safety[question]]}. It said before: ${SAFETY_ANSWER_NAMES[row.safety[question]]}.`,
                ),
                `Why: ${reason}`,
              ].join('\n\n'),
              words: reason,
            },
          ],
          record: { type: 'advice.safety-changed', why: changed.join(', ') },
        };
      },
    });
  }
}
