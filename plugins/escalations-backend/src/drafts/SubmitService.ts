import { NotFoundError } from '@backstage/errors';
import type { JourneyAnswers } from '@imsa-hub/core';
import { StaleError, type LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import {
  asSecondCase,
  noteQueryTie,
  refuseSecondCase,
} from '../fromQuery/queryTie';
import type { FromQueryService } from '../fromQuery/FromQueryService';
import type { EscalationChanges } from '../escalations/EscalationChanges';
import type { ConsentRequests } from './ConsentRequests';
import { refused, type DraftAnswers } from './DraftAnswers';
import type { DraftDbRow, DraftStore } from './DraftStore';
import type { SubmissionWriter } from './SubmissionWriter';

/** Who raises which draft, having read which version. */
export interface SubmitInput {
  person: PersonContext;
  actor: LedgerActor;
  draftId: string;
  version: number;
}

type Raised = { id: string; reference: string };

/**
 * Raises a draft, or raises again what was returned. What was asked and
 * answered is frozen as it was worded.
 */
export class SubmitService {
  constructor(
    private readonly parts: {
      context: EscalationContext;
      drafts: DraftStore;
      checks: DraftAnswers;
      writer: SubmissionWriter;
      changes: EscalationChanges;
      fromQuery: FromQueryService;
      consentRequests: ConsentRequests;
    },
  ) {}

  /** A second time for the same draft answers what the first one raised. */
  async submit(input: SubmitInput): Promise<Raised> {
    try {
      return await this.raise(input);
    } catch (error) {
      const before =
        error instanceof NotFoundError
          ? await this.raisedBefore(input)
          : undefined;
      if (before) return before;
      throw error;
    }
  }

  private async raise(input: SubmitInput): Promise<Raised> {
    const { context, drafts, writer } = this.parts;
    const { person, actor } = input;
    const row = await this.ready(input);
    if (row.escalation_id) return this.again(input, row.escalation_id);
    const queryId = row.from_query_id;
    if (queryId) await this.parts.fromQuery.requireStill({ person, queryId });
    const raising = context.hub.work.run(actor, async work => {
      if (queryId) await refuseSecondCase(work.trx, { queryId });
      const draft = await this.lock(work.trx, input);
      const answers = await drafts.answers(work.trx, draft);
      const override = await this.overrideOf(work.trx, draft, answers);
      const raised = await writer.raise({
        work,
        person,
        draft,
        answers,
        override,
      });
      await drafts.remove(work, draft.id);
      work.record({
        type: 'escalations.raised',
        subject: subjectOf(raised.id),
        after: { type: draft.type, status: 'raised' },
      });
      if (queryId) noteQueryTie(work, raised.id);
      return raised;
    });
    return raising.catch(error => {
      throw asSecondCase(error);
    });
  }

  private async again(input: SubmitInput, id: string): Promise<Raised> {
    const { drafts, writer, changes } = this.parts;
    const { person, actor } = input;
    let reference = '';
    await changes.make({
      person,
      actor,
      id,
      version: 0,
      anyVersion: true,
      action: 'submit',
      apply: async ({ work, row }) => {
        reference = row.reference;
        const draft = await this.lock(work.trx, input);
        const answers = await drafts.answers(work.trx, draft);
        const { patch, entries } = await writer.raiseAgain({
          work,
          person,
          draft,
          answers,
          override: await this.overrideOf(work.trx, draft, answers),
          basis: await drafts.basis(work.trx, draft),
          row,
        });
        await drafts.remove(work, draft.id);
        return {
          patch,
          entries: [...entries, { kind: 'move', summary: 'Brought it again' }],
          record: { type: 'escalations.raised-again' },
        };
      },
    });
    return { id, reference };
  }

  /** Why it goes on without agreement, by whom: as it is kept with the case. */
  private async overrideOf(
    trx: Knex,
    draft: DraftDbRow,
    answers: JourneyAnswers,
  ): Promise<string | undefined> {
    const { state, by, reason } = await this.parts.consentRequests.state(
      trx,
      draft,
      answers,
    );
    if (state !== 'granted') return '';
    // It stands in the case that is mended already.
    if (!by) return undefined;
    return `${answers.consentOverride}\n\nDecided by ${by.name}: ${reason}`;
  }

  /** What became of a draft that is gone, for its author alone. */
  private async raisedBefore({
    person,
    draftId,
  }: SubmitInput): Promise<Raised | undefined> {
    const { hub, sight } = this.parts.context;
    const select = hub.database
      .from('escalation')
      .join('submission', 'submission.escalation_id', 'escalation.id')
      .where({
        'submission.draft_id': draftId,
        'submission.by_id': person.id,
      })
      .select<Raised[]>('escalation.id', 'escalation.reference');
    sight.filterReadable(person, select);
    const [raised] = await select;
    return raised;
  }

  /** Whether the draft can be raised at all. @throws HubInputError otherwise */
  private async ready(input: SubmitInput): Promise<DraftDbRow> {
    const { context, drafts, checks, consentRequests } = this.parts;
    return context.hub.database.transaction(async trx => {
      const row = await this.lock(trx, input);
      const answers = await drafts.answers(trx, row);
      const decision = await consentRequests.state(trx, row, answers);
      const problems = checks.problems({
        type: row.type,
        answers,
        decided: decision.state,
      });
      if (problems.length > 0) throw refused(problems);
      return row;
    });
  }

  private async lock(
    trx: Parameters<DraftStore['lock']>[0],
    input: SubmitInput,
  ): Promise<DraftDbRow> {
    const row = await this.parts.drafts.lock(trx, input);
    if (row.version === input.version) return row;
    throw new StaleError({
      message:
        'This draft was changed in another window. Look at it again, then raise it.',
    });
  }
}
