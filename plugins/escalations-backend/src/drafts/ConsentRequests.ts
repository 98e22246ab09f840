import { NotFoundError } from '@backstage/errors';
import type {
  ConsentDecision,
  ConsentRequests as Shown,
  DecideConsentRequest,
} from '@imsa-hub/escalations-common';
import type { JourneyAnswers } from '@imsa-hub/core';
import {
  HubInputError,
  marksOfSealed,
  StaleError,
  type LedgerActor,
} from '@imsa-hub/core-node';
import { namedPerson, type PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { draftSubjectOf, type EscalationContext } from '../EscalationContext';
import type { DraftDbRow, DraftStore } from './DraftStore';

const MOST_SHOWN = 50;
const NONE: ConsentDecision = {
  state: 'none',
  askedAt: null,
  by: null,
  reason: null,
};

/** A row of `escalations.consent_request`. */
export interface RequestDbRow {
  id: string;
  draft_id: string;
  author_id: string;
  asked_at: Date;
  subject_organisation_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  granted: boolean | null;
  sealed_why: string;
  sealed_reason: string | null;
}

/**
 * Asks somebody at the Hub to decide that a case may be brought without the
 * survivor's agreement. They see what the request says and nothing of the draft;
 * an author never decides on their own. A decision counts for what it was made
 * on: other words, or another organisation, need another one.
 */
export class ConsentRequests {
  constructor(
    private readonly context: EscalationContext,
    private readonly drafts: DraftStore,
  ) {}

  async ask(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
    version: number;
  }): Promise<ConsentDecision> {
    const { hub } = this.context;
    return hub.work.run(input.actor, async work => {
      const draft = await this.drafts.lock(work.trx, input);
      if (draft.version !== input.version) {
        throw new StaleError({
          message:
            'This draft was changed in another window. Look at it again, then ask.',
        });
      }
      const answers = await this.drafts.answers(work.trx, draft);
      const { why, organisation } = askedIn(answers);
      if (answers.consent !== 'not-given' || !why) {
        throw new HubInputError({
          fields: [
            {
              field: 'body.answers.consentOverride',
              message: 'Give the reason for going on without agreement',
            },
          ],
        });
      }
      const now = await this.state(work.trx, draft, answers);
      if (now.state !== 'none') return now;
      await work.trx
        .table('consent_request')
        .where({ draft_id: draft.id })
        .delete();
      const id = work.newId();
      await work.trx.table('consent_request').insert({
        id,
        draft_id: draft.id,
        author_id: input.person.id,
        asked_at: work.now,
        subject_organisation_id: organisation,
        sealed_why: await hub.sealing.seal({
          trx: work.trx,
          ...place({ id, draft_id: draft.id }, 'sealed_why'),
          text: why,
        }),
      });
      work.record({
        type: 'escalations.consent-asked',
        subject: draftSubjectOf(draft.id),
      });
      return { ...NONE, state: 'waiting', askedAt: work.now };
    });
  }

  /** How it stands with what the draft says now. */
  async state(
    knex: Knex,
    draft: DraftDbRow,
    answers: JourneyAnswers,
  ): Promise<ConsentDecision> {
    if (answers.consent !== 'not-given') return NONE;
    if (draft.escalation_id && (await wasDecided(knex, draft.escalation_id))) {
      return { ...NONE, state: 'granted' };
    }
    const row: RequestDbRow | undefined = await knex
      .from('consent_request')
      .where({ draft_id: draft.id })
      .first();
    const { why, organisation } = askedIn(answers);
    const isOfNow =
      row !== undefined &&
      row.subject_organisation_id === organisation &&
      (await this.open(knex, row, 'sealed_why', row.sealed_why)) === why;
    if (!isOfNow) return NONE;
    const askedAt = row.asked_at.toISOString();
    if (row.decided_by === null || row.sealed_reason === null) {
      return { ...NONE, state: 'waiting', askedAt };
    }
    return {
      state: row.granted ? 'granted' : 'refused',
      askedAt,
      by: namedPerson(this.context.hub.people, row.decided_by),
      reason: await this.open(knex, row, 'sealed_reason', row.sealed_reason),
    };
  }

  /** Requests that this person may decide on, the oldest first. */
  async list(input: {
    person: PersonContext;
    actor: LedgerActor;
  }): Promise<Shown> {
    return this.context.hub.work.run(input.actor, async work => {
      const rows: RequestDbRow[] = await decidableRequests(
        work.trx,
        input.person,
      )
        .orderBy('asked_at')
        .limit(MOST_SHOWN);
      const requests = [];
      for (const row of rows) {
        work.record({
          type: 'escalations.consent-request-read',
          subject: draftSubjectOf(row.draft_id),
          publish: false,
        });
        requests.push({
          id: row.id,
          askedBy: namedPerson(this.context.hub.people, row.author_id),
          askedAt: row.asked_at.toISOString(),
          why: await this.open(work.trx, row, 'sealed_why', row.sealed_why),
          marked: marksOfSealed(row.sealed_why),
        });
      }
      return { requests };
    });
  }

  /** @throws NotFoundError where it is decided, gone, their own or conflicted */
  async decide(input: {
    person: PersonContext;
    actor: LedgerActor;
    requestId: string;
    request: DecideConsentRequest;
  }): Promise<void> {
    const { person, request, requestId } = input;
    const { hub } = this.context;
    await hub.work.run(input.actor, async work => {
      const row: RequestDbRow | undefined = await decidableRequests(
        work.trx,
        person,
      )
        .where({ id: requestId })
        .forUpdate()
        .first();
      if (!row) throw new NotFoundError();
      await work.trx
        .table('consent_request')
        .where({ id: row.id })
        .update({
          decided_by: person.id,
          decided_at: work.now,
          granted: request.decision === 'granted',
          sealed_reason: await hub.sealing.seal({
            trx: work.trx,
            ...place(row, 'sealed_reason'),
            text: request.reason,
          }),
        });
      work.record({
        type: 'escalations.consent-decided',
        subject: draftSubjectOf(row.draft_id),
        why: request.decision,
      });
    });
  }

  private open(
    trx: Knex,
    row: Pick<RequestDbRow, 'id' | 'draft_id'>,
    column: string,
    sealed: string,
  ): Promise<string> {
    return this.context.hub.sealing.unseal({
      trx,
      ...place(row, column),
      sealed,
    });
  }
}

const place = (row: Pick<RequestDbRow, 'id' | 'draft_id'>, column: string) => ({
  caseId: row.draft_id,
  table: 'consent_request',
  column,
  row: row.id,
});

/** Whether the case that a draft mends goes on without agreement already. */
async function wasDecided(knex: Knex, escalationId: string): Promise<boolean> {
  const decided = await knex
    .from('escalation')
    .where({ id: escalationId, consent: 'not-given' })
    .whereNotNull('sealed_consent_override')
    .first('id');
  return decided !== undefined;
}

/** What of the answers a request is made of. */
function askedIn(answers: JourneyAnswers) {
  const { consentOverride, organisation } = answers as {
    consentOverride?: string;
    organisation?: string;
  };
  return { why: consentOverride ?? '', organisation: organisation || null };
}

/**
 * Whether a person may decide on a request, as {@link decidableRequests} has it
 * in SQL; the permission is for the caller to ask.
 */
export const mayDecideOn = (
  person: PersonContext,
  request: Pick<RequestDbRow, 'author_id' | 'subject_organisation_id'>,
): boolean =>
  request.author_id !== person.id &&
  !(
    request.subject_organisation_id !== null &&
    person.organisationIds.includes(request.subject_organisation_id)
  );

/** Open requests of others about no organisation that the person works for. */
export function decidableRequests(
  knex: Knex,
  person: PersonContext,
): Knex.QueryBuilder {
  return knex
    .from('consent_request')
    .whereNull('decided_at')
    .whereNot({ author_id: person.id })
    .whereRaw(
      `(subject_organisation_id is null
        or not subject_organisation_id = any(?::text[]))`,
      [[...person.organisationIds]],
    );
}
