import type { FeedbackRequest } from '@imsa-hub/advice-common';
import { organisationsNamed } from '../access/organisationsNamed';
import { reopened, restartClock } from './clockMoves';
import type { QueryPatch } from './QueryRow';
import type { AllowedChange } from './QueryChanges';
import type { AdviceContext } from '../AdviceContext';
import type { ChangeInput, QueryChanges } from './QueryChanges';

/** How the history names the wish for another adviser's view. */
export const SECOND_OPINION_SUMMARY = 'Asked for a second opinion';

/** What the asker does: writes back, wants another view, says whether it helped. */
export class AskerService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  async followUp(input: ChangeInput & { body: string }) {
    await this.changes.make({
      ...input,
      action: 'follow-up',
      apply: async change => ({
        patch: await this.afterAskerWrote(change, input.body),
        entries: [{ kind: 'from-asker', staff_only: false, body: input.body }],
        record: { type: 'advice.follow-up' },
      }),
    });
  }

  async secondOpinion(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'second-opinion',
      apply: async ({ work, row }) => ({
        patch: this.anotherAdviser(row, work.now),
        entries: [
          {
            kind: 'from-asker',
            staff_only: false,
            summary: SECOND_OPINION_SUMMARY,
            body: input.reason,
          },
        ],
        record: { type: 'advice.second-opinion-asked' },
      }),
    });
  }

  async feedback(input: ChangeInput & { request: FeedbackRequest }) {
    await this.changes.make({
      ...input,
      action: 'feedback',
      anyVersion: true,
      apply: async () => ({
        patch: { helped: input.request.helped },
        record: { type: 'advice.feedback', why: input.request.helped },
      }),
    });
  }

  /** What a message of the asker does to the clocks, and to who may see it. */
  async afterAskerWrote(
    change: Pick<AllowedChange, 'work' | 'row'>,
    text: string,
  ): Promise<QueryPatch> {
    const { work, row } = change;
    const { people } = this.context.hub;
    return {
      // Until triage says what it is about, they may say it themselves.
      ...(row.tier === null
        ? {
            named_organisation_ids: [
              ...new Set([
                ...row.named_organisation_ids,
                ...organisationsNamed(people, text),
              ]),
            ],
          }
        : {}),
      ...(row.stopped_for === 'waiting-on-asker'
        ? await restartClock({ context: this.context, work, row })
        : {}),
    };
  }

  /** Who answered before steps aside; somebody else takes a fresh look. */
  anotherAdviser(row: AllowedChange['row'], now: string): QueryPatch {
    return {
      ...(row.open ? {} : reopened(this.context, row, now)),
      assignee_id: null,
      assigned_at: null,
      second_reader_id: null,
      former_answerer_ids: [
        ...new Set([
          ...row.former_answerer_ids,
          ...(row.assignee_id ? [row.assignee_id] : []),
        ]),
      ],
    };
  }
}
