import type {
  AskerKind,
  AskRequest,
  Channel,
  CreatedQuery,
  LogCallRequest,
  PublicQuestion,
} from '@imsa-hub/advice-common';
import {
  humanReference,
  londonDateOf,
  markedIn,
  newId,
  receiptCode,
} from '@imsa-hub/core';
import {
  HubInputError,
  type LedgerActor,
  type Work,
} from '@imsa-hub/core-node';
import { happenedOf } from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { organisationsAsked } from '../access/organisationsNamed';
import type { AdviceContext } from '../AdviceContext';
import { assessQuery } from './assessQuery';
import { subjectOf } from './QueryChanges';

/** A question as any way in hands it over. */
export interface Intake {
  question: PublicQuestion;
  channel: Channel;
  askerKind: AskerKind;
  raisedBy: string | null;
  subjectOrganisationId: string | null;
  /** Organisations that what it came from names, beside those of the question. */
  namedOrganisationIds?: readonly string[];
  /** The code that reads the reply, where there is one. */
  code: string | null;
  /** ISO instant it came in; now unless told. Only the season of examples tells. */
  receivedAt?: string;
  demo?: boolean;
}

/** Takes questions in: once per request key, sealed, with urgency and clocks. */
export class IntakeService {
  constructor(private readonly context: AdviceContext) {}

  /** A question asked in the console. */
  async ask(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: AskRequest;
  }): Promise<CreatedQuery> {
    const { subjectOrganisationId, ...question } = input.request;
    return this.take(input.actor, {
      question: { ...question, askerKind: 'imsa', aboutService: '' },
      channel: 'console',
      askerKind: 'imsa',
      raisedBy: input.person.id,
      subjectOrganisationId,
      code: null,
    });
  }

  /** A call logged for somebody who rang. */
  async logCall(input: {
    actor: LedgerActor;
    request: LogCallRequest;
  }): Promise<CreatedQuery> {
    const { subjectOrganisationId, giveReceiptCode, ...question } =
      input.request;
    return this.take(input.actor, {
      question: { ...question, aboutService: '' },
      channel: 'phone',
      askerKind: question.askerKind,
      raisedBy: null,
      subjectOrganisationId,
      code: giveReceiptCode ? receiptCode() : null,
    });
  }

  /** Any intake; a repeated request key answers with what is there. */
  async take(
    actor: LedgerActor,
    intake: Intake,
  ): Promise<CreatedQuery & { repeated: boolean }> {
    return this.context.hub.work.run(actor, work =>
      this.takeWithin(work, actor, intake),
    );
  }

  /** The same, as a part of something larger that is one transaction. */
  async takeWithin(
    work: Work,
    actor: LedgerActor,
    intake: Intake,
  ): Promise<CreatedQuery & { repeated: boolean }> {
    this.checkOrganisation(intake.subjectOrganisationId);
    this.checkEvents(intake, work.now);
    const id = newId();
    // Two clicks at once: the second waits for the first, then finds it.
    await work.trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `advice ${intake.question.requestKey}`,
    ]);
    const before = await work.trx
      .from('query')
      .where({ request_key: requestKeyOf(actor, intake) })
      .first('id', 'reference');
    if (before) {
      return this.repeat(work, { ...before, intake });
    }
    const reference = humanReference('ADV');
    await this.insert({ work, actor, id, reference, intake });
    work.record({
      type: 'advice.query-received',
      subject: subjectOf(id),
      after: { channel: intake.channel, nation: intake.question.nation },
      publish: !intake.demo,
    });
    return { id, reference, receiptCode: intake.code, repeated: false };
  }

  // The first answer was lost on its way, and its code with it: the code that
  // is told now is the one that counts.
  private async repeat(
    work: Work,
    query: { id: string; reference: string; intake: Intake },
  ): Promise<CreatedQuery & { repeated: boolean }> {
    const { id, reference, intake } = query;
    const { code } = intake;
    // The public form keeps its code itself, and nobody there is known.
    if (code && intake.channel !== 'public-form') {
      await work.trx
        .from('query')
        .where({ id })
        .update({ receipt_hash: this.context.receiptHash(code) });
    }
    return { id, reference, receiptCode: code, repeated: true };
  }

  private async insert(input: {
    work: Work;
    actor: LedgerActor;
    id: string;
    reference: string;
    intake: Intake;
  }): Promise<void> {
    const { work, id, intake } = input;
    const { hub, store, clock, receiptHash } = this.context;
    const { question } = intake;
    const receivedAt = intake.receivedAt ?? work.now;
    const targets = clock.targets({ nation: question.nation, receivedAt });
    const assessed = assessQuery(this.context, {
      nation: question.nation,
      safety: question.safety,
      events: question.events,
      today: londonDateOf(work.now),
    });
    await hub.sealing.openCase({ trx: work.trx, caseId: id });
    const seal = (column: string, text: string) =>
      hub.sealing.seal({
        trx: work.trx,
        caseId: id,
        table: 'query',
        column,
        row: id,
        text,
      });
    await work.trx.table('query').insert({
      id,
      reference: input.reference,
      status: 'received',
      request_key: requestKeyOf(input.actor, intake),
      channel: intake.channel,
      asker_kind: intake.askerKind,
      raised_by: intake.raisedBy,
      received_at: receivedAt,
      nation: question.nation,
      areas: question.areas,
      language: question.language,
      interpreter: question.interpreter,
      safety: JSON.stringify(question.safety),
      subject_organisation_id: intake.subjectOrganisationId,
      named_organisation_ids: [
        ...new Set([
          ...organisationsAsked(hub.people, question),
          ...(intake.namedOrganisationIds ?? []),
        ]),
      ],
      ...assessed,
      urgency_reasons: JSON.stringify(assessed.urgency_reasons),
      first_reply_due_at: targets.firstReplyDueAt,
      resolution_due_at: targets.resolutionDueAt,
      due_at: targets.firstReplyDueAt,
      receipt_hash: intake.code ? receiptHash(intake.code) : null,
      marked: JSON.stringify(markedIn(question.question)),
      demo: intake.demo ?? false,
      sealed_question: await seal('sealed_question', question.question),
      sealed_who_can_act: await seal('sealed_who_can_act', question.whoCanAct),
      sealed_safe_contact: await seal(
        'sealed_safe_contact',
        question.safeContact,
      ),
      sealed_about_service: await seal(
        'sealed_about_service',
        question.aboutService,
      ),
    });
    for (const [place, event] of question.events.entries()) {
      await store.addEvent({
        trx: work.trx,
        queryId: id,
        event: { place, item: happenedOf(event) },
        by: intake.raisedBy,
        at: receivedAt,
      });
    }
  }

  private checkEvents(intake: Intake, now: string): void {
    const today = londonDateOf(now);
    const fields = intake.question.events.flatMap((event, place) =>
      this.context.limits
        .problems({ event, today })
        .map(({ field, message }) => ({
          field: `body.events[${place}].${field}`,
          message,
        })),
    );
    if (fields.length > 0) throw new HubInputError({ fields });
  }

  private checkOrganisation(organisationId: string | null): void {
    if (!organisationId) return;
    if (this.context.hub.people.organisation(organisationId)) return;
    throw new HubInputError({
      fields: [
        {
          field: 'body.subjectOrganisationId',
          message: 'Choose an organisation of the register, or none',
        },
      ],
    });
  }
}

// One person's key never answers with another person's query.
function requestKeyOf(actor: LedgerActor, intake: Intake): string {
  return `${actor.id}:${intake.question.requestKey}`;
}
