import type { DraftRequest, SendRequest } from '@imsa-hub/advice-common';
import {
  holdsRole,
  IMMIGRATION_SIGNPOST,
  immigrationGate,
} from '@imsa-hub/network-node';
import { refuseIf } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { isLate, restartClock, stopClock } from './clockMoves';
import { worksOn } from './flowContext';
import type { AllowedChange, ChangeInput, QueryChanges } from './QueryChanges';
import { wordsOfReply } from './QueryContent';
import type { QueryPresenter } from './QueryPresenter';
import type { DraftDbRow } from './QueryRow';
import { lockTogether } from './lockTogether';
import { sendToMerged } from './sendToMerged';
import { tellAsker } from './tellAsker';

/** Writing, reading and sending replies, and asking the asker for more. */
export class ReplyService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
    private readonly presenter: QueryPresenter,
  ) {}

  async saveDraft(input: ChangeInput & { request: DraftRequest }) {
    const { request } = input;
    await this.changes.make({
      ...input,
      action: 'draft',
      apply: async change => {
        const {
          work,
          row,
          context: { draft },
        } = change;
        refuseIf(
          request.kind === 'case-specific' &&
            immigrationGate(input.person, row) !== undefined,
          {
            field: 'body.kind',
            message: IMMIGRATION_SIGNPOST,
          },
        );
        const id = draft?.id ?? work.newId();
        await work.trx
          .table('query_draft')
          .insert({
            query_id: row.id,
            id,
            author_id: input.person.id,
            written_by: [
              ...new Set([...(draft?.written_by ?? []), input.person.id]),
            ],
            kind: request.kind,
            template_id: request.templateId,
            template_version: request.templateVersion,
            second_reader_id: null,
            saved_at: work.now,
            sealed_body: await change.seal(
              'query_draft',
              'sealed_body',
              id,
              JSON.stringify({ text: request.body, cites: request.cites }),
              wordsOfReply({ text: request.body, cites: request.cites }),
            ),
          })
          .onConflict('query_id')
          .merge();
        return {
          patch: {
            second_reader_id: null,
            ...(row.status === 'waiting-on-asker'
              ? await restartClock({ context: this.context, work, row })
              : {}),
          },
          record: { type: 'advice.reply-drafted', publish: false },
        };
      },
    });
  }

  async askSecondReader(input: ChangeInput & { readerId: string | null }) {
    await this.changes.make({
      ...input,
      action: 'ask-second-reader',
      apply: async ({ row, context: { draft } }) => {
        const { hub } = this.context;
        const reader = input.readerId
          ? hub.people.byId(input.readerId)
          : undefined;
        refuseIf(
          input.readerId === input.person.id ||
            (input.readerId !== null &&
              (!reader ||
                draft?.written_by.includes(reader.id) ||
                !holdsRole(
                  reader,
                  'senior-imsa',
                  'advice-coordinator',
                  'hub-manager',
                ) ||
                !worksOn(this.context, reader, row))),
          {
            field: 'body.personId',
            message: 'Choose somebody else; this person cannot read it',
          },
        );
        return {
          patch: { second_reader_id: reader?.id ?? null },
          entries: [{ kind: 'move', summary: 'Asked for a second reading' }],
          record: { type: 'advice.second-reader-asked' },
        };
      },
    });
  }

  async sendBack(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'return',
      apply: async ({ work, row, context: { draft }, seal }) => {
        if (draft) {
          await work.trx
            .table('query_draft')
            .where({ query_id: row.id })
            .update({
              sealed_returned_for: await seal(
                'query_draft',
                'sealed_returned_for',
                draft.id,
                input.reason,
              ),
            });
        }
        return {
          patch: { second_reader_id: null },
          entries: [
            {
              kind: 'move',
              summary: 'Read the reply and asked for a change',
              body: input.reason,
            },
          ],
          record: { type: 'advice.reply-returned' },
        };
      },
    });
  }

  /** Sends the reply; an approval by a second reader sends it too. */
  async send(
    input: ChangeInput & { action: 'send' | 'approve'; request: SendRequest },
  ) {
    await this.changes.make({
      ...input,
      before: lockTogether([input.id, ...input.request.alsoTo]),
      apply: async change => {
        const {
          work,
          row,
          context: { draft },
        } = change;
        if (!draft) throw new Error('The flow let a reply go out unwritten');
        const first = row.first_replied_at === null;
        refuseIf(first && isLate(row, work.now) && !input.request.lateReason, {
          field: 'body.lateReason',
          message: 'This reply is later than its target. Say why.',
        });
        const reply = await this.draftText(change, draft);
        await work.trx
          .table('query_draft')
          .where({ query_id: row.id })
          .delete();
        if (first && input.request.lateReason) {
          await this.lateEntry(change, input);
        }
        const said = {
          by_id: draft.author_id,
          reply_kind: draft.kind,
          template_id: draft.template_id,
          template_version: draft.template_version,
          second_reader_id: input.action === 'approve' ? input.person.id : null,
        };
        await sendToMerged({
          context: this.context,
          person: input.person,
          work,
          row,
          ids: input.request.alsoTo,
          reply,
          said,
        });
        await tellAsker({
          context: this.context,
          work: change.work,
          row: change.row,
        });
        return {
          patch: {
            second_reader_id: null,
            asker_unread: row.raised_by !== null,
            ...(first
              ? {
                  first_replied_at: new Date(work.now),
                  due_at: row.resolution_due_at,
                  warned_at: null,
                  late_at: null,
                }
              : {}),
          },
          entries: [
            {
              kind: 'reply',
              staff_only: false,
              ...said,
              body: reply,
              words: wordsOfReply(JSON.parse(reply)),
            },
          ],
          record: { type: 'advice.reply-sent', why: draft.kind },
        };
      },
    });
  }

  /**
   * Asks the asker for more; the clock waits for them. Whoever has the query may
   * ask, regulated or not and unread by others, and so the ledger says that it is
   * no advice, as the page does.
   */
  async askAsker(input: ChangeInput & { body: string }) {
    await this.changes.make({
      ...input,
      action: 'ask-asker',
      apply: async change => {
        const { work, row } = change;
        if (!row.stopped_at) {
          await stopClock({ work, row, category: 'waiting-on-asker' });
        }
        await tellAsker({
          context: this.context,
          work: change.work,
          row: change.row,
        });
        return {
          patch: {
            asker_unread: row.raised_by !== null,
            stopped_at: row.stopped_at ?? new Date(work.now),
            stopped_for: 'waiting-on-asker',
          },
          entries: [{ kind: 'to-asker', staff_only: false, body: input.body }],
          record: { type: 'advice.asker-asked', why: 'a question, not advice' },
        };
      },
    });
  }

  private async draftText(
    change: AllowedChange,
    draft: DraftDbRow,
  ): Promise<string> {
    return this.presenter.content.open(
      change.work.trx,
      change.row.id,
      'query_draft',
      'sealed_body',
      draft.id,
      draft.sealed_body,
    );
  }

  private async lateEntry(
    change: AllowedChange,
    input: ChangeInput & { request: SendRequest },
  ): Promise<void> {
    const id = change.work.newId();
    await this.context.store.addEntry({
      trx: change.work.trx,
      queryId: change.row.id,
      at: change.work.now,
      entry: {
        id,
        kind: 'move',
        by_id: input.person.id,
        summary: 'Said why the first reply is late',
        sealed_body: await change.seal(
          'query_entry',
          'sealed_body',
          id,
          input.request.lateReason,
        ),
      },
    });
  }
}
