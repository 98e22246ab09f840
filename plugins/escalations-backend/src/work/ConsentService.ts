import {
  CONSENT_NAMES,
  type ConsentRequest,
} from '@imsa-hub/escalations-common';
import { formatDate, londonDateOf } from '@imsa-hub/core';
import { refuseIf, type Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import { caseContent } from '../escalations/CaseContent';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { WholeRow } from '../escalations/EscalationStore';

/**
 * Whether the survivor agrees that the Hub discusses the case, and what is
 * decided where they do not. See decision 17.
 */
export class ConsentService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  /**
   * They agree by now, or do not any more. What was decided without their
   * agreement ends with it, and so does what others were asked for; all that
   * was said and done stays.
   */
  async record(input: ChangeInput & { request: ConsentRequest }) {
    const { consent, saidOn, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'record-consent',
      reason,
      apply: async ({ work, row }) => {
        refuseIf(saidOn > londonDateOf(work.now), {
          field: 'body.saidOn',
          message: 'This day has not come yet',
        });
        refuseIf(consent === row.consent, {
          field: 'body.consent',
          message: 'This is what it says already',
        });
        const before = await this.inWords(work, row);
        if (consent === 'not-given') await this.endOpinions(work, row.id);
        return {
          patch: { consent, sealed_consent_override: null },
          entries: [
            {
              kind: 'fact',
              summary: 'Changed: whether the survivor agrees to discuss it',
              text: `${CONSENT_NAMES[consent]}, said on ${formatDate(saidOn)}\n\nWhy: ${reason}`,
              before,
            },
          ],
          record: { type: 'escalations.consent-recorded', why: consent },
        };
      },
    });
  }

  /** Somebody who neither brought it nor has it in hand decides that it goes on. */
  async override(input: ChangeInput & { reason: string }) {
    const { reason } = input;
    await this.changes.make({
      ...input,
      action: 'override-consent',
      apply: async ({ row, seal }) => ({
        patch: {
          sealed_consent_override: await seal(
            'escalation',
            'sealed_consent_override',
            row.id,
            reason,
          ),
        },
        entries: [
          {
            kind: 'decision',
            summary: 'Decided that it goes on without the survivor’s agreement',
            text: reason,
          },
        ],
        record: { type: 'escalations.consent-overridden' },
      }),
    });
  }

  private async inWords(work: Work, row: WholeRow): Promise<string> {
    const content = caseContent(this.context, {
      knex: work.trx,
      escalationId: row.id,
    });
    const override = await content.maybe(
      'escalation',
      'sealed_consent_override',
      row.id,
      row.sealed_consent_override,
    );
    const words = CONSENT_NAMES[row.consent];
    return override
      ? `${words}\n\nWhy it went on all the same: ${override}`
      : words;
  }

  /** Who was asked for an opinion is not to go on reading, and nothing waits for it. */
  private async endOpinions(work: Work, escalationId: string): Promise<void> {
    await work.trx
      .table('opinion')
      .where({ escalation_id: escalationId })
      .whereNull('given_at')
      .whereNull('lapsed_at')
      .update({ lapsed_at: work.now });
    await this.context.store.endParts({
      trx: work.trx,
      escalationId,
      until: work.now,
      part: 'opinion',
    });
  }
}
