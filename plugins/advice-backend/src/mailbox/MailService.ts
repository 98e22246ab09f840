import { NotFoundError } from '@backstage/errors';
import {
  MAIL_CATEGORY_NAMES,
  type CreatedQuery,
  type LogMailRequest,
  type MailAction,
  type MailRecord,
  type SetMailAsideRequest,
} from '@imsa-hub/advice-common';
import { receiptCode } from '@imsa-hub/core';
import {
  StaleError,
  type LedgerActor,
  type Work,
  refuseIf,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import type { IntakeService } from '../queries/IntakeService';
import { makeNote } from './askerNotes';
import { mailReadingOf, mailSubjectOf, type MailDbRow } from './MailDbRow';
import {
  mailActions,
  type MailPresenter,
  type MailWithQuery,
} from './MailPresenter';
import type { MailReading } from './MailReading';
import type { MailSealing } from './MailSealing';

/** Who does something with which mail. */
export interface MailInput {
  person: PersonContext;
  actor: LedgerActor;
  mailId: string;
}

/** Logging mails as queries, setting them aside and putting them back. */
export class MailService {
  constructor(
    private readonly options: {
      context: AdviceContext;
      intake: IntakeService;
      sealing: MailSealing;
      reading: MailReading;
      presenter: MailPresenter;
    },
  ) {}

  /** Makes a query of it. The clocks of the query run since the mail came. */
  async log(
    input: MailInput & { request: LogMailRequest },
  ): Promise<CreatedQuery> {
    const { context, intake, sealing } = this.options;
    const { actor, request } = input;
    const { version, writing, giveReceiptCode, ...call } = request;
    const { subjectOrganisationId, ...question } = call;
    refuseIf(writing !== 'no' && !giveReceiptCode, {
      field: 'body.writing',
      message:
        'A mail to them leads to the reply, and only a receipt code opens it. Give a receipt code as well.',
    });
    const code = giveReceiptCode ? receiptCode() : null;
    return context.hub.work.run(actor, async work => {
      const row = await this.lock(work, input);
      const taken = {
        question: { ...question, aboutService: '' },
        channel: 'mailbox' as const,
        askerKind: question.askerKind,
        raisedBy: null,
        subjectOrganisationId,
        namedOrganisationIds: row.named_organisation_ids,
        receivedAt: row.received_at.toISOString(),
        demo: row.demo,
      };
      if (await this.isRepeated(work, { row, request, actor })) {
        // A code that is on its way to them must stay the one that counts.
        const again = writing === 'with-code' ? null : code;
        return intake.takeWithin(work, actor, { ...taken, code: again });
      }
      await this.require({ ...input, work, row, version, action: 'log' });
      refuseIf(writing !== 'no' && !row.answerable, {
        field: 'body.writing',
        message:
          'No mail can be sent to this address: it is not one plain address, or a program wrote the mail.',
      });
      const created = await intake.takeWithin(work, actor, { ...taken, code });
      await this.save(work, row, {
        ...(await sealing.moveToQuery({
          trx: work.trx,
          row,
          queryId: created.id,
        })),
        status: 'logged',
        query_id: created.id,
        may_write: writing !== 'no',
        handled_by: input.person.id,
        handled_at: new Date(work.now),
      });
      work.record({
        type: 'advice.mail-logged',
        subject: mailSubjectOf(row.id),
        after: { query: created.id, writing },
      });
      const sendsCode = writing === 'with-code';
      const sent =
        writing !== 'no' &&
        (await makeNote({
          hub: context.hub,
          work,
          mail: row,
          queryId: created.id,
          kind: 'arrived',
          code: sendsCode ? code : null,
        }));
      return sent && sendsCode ? { ...created, receiptCode: null } : created;
    });
  }

  async setAside(
    input: MailInput & { request: SetMailAsideRequest },
  ): Promise<MailRecord> {
    const { context, sealing } = this.options;
    const { request, person } = input;
    return context.hub.work.run(input.actor, async work => {
      const row = await this.lock(work, input);
      await this.require({
        ...input,
        work,
        row,
        version: request.version,
        action: 'set-aside',
      });
      const repeated = await this.duplicateOf(work, input);
      await this.save(work, row, {
        status: 'set-aside',
        category: request.category,
        query_id: repeated ?? row.query_id,
        handled_by: person.id,
        handled_at: new Date(work.now),
        sealed_reason: await sealing.seal({
          trx: work.trx,
          caseId: row.id,
          mailId: row.id,
          column: 'sealed_reason',
          text: request.reason,
        }),
      });
      work.record({
        type: 'advice.mail-set-aside',
        subject: mailSubjectOf(row.id),
        after: { category: request.category },
        why: request.category,
      });
      return this.fresh(work, input);
    });
  }

  /**
   * Undoes setting aside, while the mail is still there. It stays with the query
   * of which it was taken for a repeat: who may not know of that one, may not know
   * of this one either.
   */
  async putBack(
    input: MailInput & { request: { version: number } },
  ): Promise<MailRecord> {
    return this.options.context.hub.work.run(input.actor, async work => {
      const row = await this.lock(work, input);
      const { version } = input.request;
      await this.require({ ...input, work, row, version, action: 'put-back' });
      await this.save(work, row, {
        status: 'waiting',
        category: null,
        handled_by: null,
        handled_at: null,
        sealed_reason: null,
      });
      work.record({
        type: 'advice.mail-put-back',
        subject: mailSubjectOf(row.id),
      });
      return this.fresh(work, input);
    });
  }

  /** From now on nothing is sent to the address. Twice is once. */
  async stopWriting(input: MailInput): Promise<void> {
    await this.options.context.hub.work.run(input.actor, async work => {
      const row = await this.lock(work, input);
      if (row.status !== 'logged') throw new NotFoundError();
      if (!row.may_write) return;
      await this.save(work, row, { may_write: false });
      work.record({
        type: 'advice.mail-writing-stopped',
        subject: mailSubjectOf(row.id),
      });
    });
  }

  private lock(work: Work, input: MailInput): Promise<MailWithQuery> {
    return this.options.reading.find(work.trx, { ...input, lock: true });
  }

  private async fresh(work: Work, input: MailInput): Promise<MailRecord> {
    const row = await this.options.reading.find(work.trx, input);
    return this.options.presenter.record(work.trx, row);
  }

  private async save(
    work: Work,
    row: MailDbRow,
    patch: Partial<MailDbRow>,
  ): Promise<void> {
    await work.trx
      .from('mailbox_mail')
      .where({ id: row.id })
      .update({ ...patch, version: row.version + 1 });
  }

  /** @throws StaleError with the mail as it is now, and who was faster */
  private async require(input: {
    work: Work;
    row: MailWithQuery;
    version: number;
    action: MailAction;
  }): Promise<void> {
    const { work, row, version, action } = input;
    if (row.version === version && mailActions(row).includes(action)) return;
    throw new StaleError({
      message: this.whatHappened(row),
      current: await this.options.presenter.record(work.trx, row),
      reading: mailReadingOf(row.id),
    });
  }

  private whatHappened(row: MailWithQuery): string {
    const who = row.handled_by
      ? this.options.context.hub.people.nameOf(row.handled_by)
      : '';
    if (row.status === 'logged') {
      return `${who} has logged this mail as ${row.query_reference}. What you typed is kept.`;
    }
    if (row.category) {
      return `${who} has set this mail aside (${MAIL_CATEGORY_NAMES[row.category].toLowerCase()}). What you typed is kept.`;
    }
    return 'Somebody changed this mail while you were working on it. What you typed is kept; look at it again, then try once more.';
  }

  /** Whether the same press of the same button logged it already. */
  private async isRepeated(
    work: Work,
    input: {
      row: MailDbRow;
      request: LogMailRequest;
      actor: LedgerActor;
    },
  ): Promise<boolean> {
    const { row, request, actor } = input;
    if (row.status !== 'logged') return false;
    const query = await work.trx
      .from('query')
      .where({ id: row.query_id })
      .first('request_key');
    return query?.request_key === `${actor.id}:${request.requestKey}`;
  }

  private async duplicateOf(
    work: Work,
    input: MailInput & { request: SetMailAsideRequest },
  ): Promise<string | null> {
    const { person, request } = input;
    if (request.category !== 'duplicate') return null;
    const { sight } = this.options.context;
    const found = request.duplicateOfId
      ? await this.options.context.store.load({
          knex: work.trx,
          where: { 'query.id': request.duplicateOfId },
          filter: builder => sight.filterWorkable(person, builder),
        })
      : undefined;
    refuseIf(!found, {
      field: 'body.duplicateOfId',
      message: 'Choose the query in which it was asked already',
    });
    return found?.id ?? null;
  }
}
