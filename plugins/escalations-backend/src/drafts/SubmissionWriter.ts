import { CoreAnswersSchema } from '@imsa-hub/escalations-common';
import { humanReference, type JourneyAnswers } from '@imsa-hub/core';
import type { Work } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { entering } from '../escalations/EscalationChanges';
import { pressing } from '../escalations/pressing';
import type { EscalationPatch } from '../escalations/EscalationRow';
import {
  markedIn,
  plainColumns,
  sealedColumns,
  type SealForCase,
} from './caseColumns';
import type { DraftAnswers } from './DraftAnswers';
import type { DraftDbRow } from './DraftStore';
import { writeCaseLists } from './writeCaseLists';
import { writeStatements } from './writeStatements';

/** A draft that is being raised, with its answers opened. */
export interface Submission {
  work: Work;
  person: PersonContext;
  draft: DraftDbRow;
  answers: JourneyAnswers;
}

/** Writes what a draft says into the rows of a case. */
export class SubmissionWriter {
  constructor(
    private readonly context: EscalationContext,
    private readonly checks: DraftAnswers,
  ) {}

  /** A new case, with everything that was answered. */
  async raise(
    submission: Submission,
  ): Promise<{ id: string; reference: string }> {
    const { work, person, draft, answers } = submission;
    const { hub, store } = this.context;
    const id = work.newId();
    const reference = humanReference('ESC');
    await hub.sealing.openCase({ trx: work.trx, caseId: id });
    const seal = this.sealFor(work, id);
    await work.trx.table('escalation').insert({
      id,
      reference,
      from_query_id: draft.from_query_id,
      ...this.beginning(submission),
      ...(await this.content({ id, draft, answers, seal })),
    });
    for (const part of ['raiser', 'lead'] as const) {
      await store.addPart({
        trx: work.trx,
        escalationId: id,
        personId: person.id,
        part,
        since: work.now,
      });
    }
    await this.parts(submission, id, seal);
    await store.addEntry({
      trx: work.trx,
      escalationId: id,
      at: work.now,
      byId: person.id,
      summary: 'Raised it',
    });
    await this.freeze({ ...submission, id, number: 1 });
    return { id, reference };
  }

  /** What is new in a case that was returned and is raised again. */
  async raiseAgain(
    submission: Submission & { id: string },
  ): Promise<EscalationPatch> {
    const { work, id, draft, answers } = submission;
    const { number } = await work.trx
      .table('submission')
      .where({ escalation_id: id })
      .max('number as number')
      .first();
    await this.freeze({ ...submission, number: Number(number) + 1 });
    const seal = this.sealFor(work, id);
    await this.parts(submission, id, seal);
    const { marked, ...columns } = await this.content({
      id,
      draft,
      answers,
      seal,
    });
    return {
      ...columns,
      marked: JSON.parse(marked),
      sealed_returned_for: null,
    };
  }

  /** Where a case begins: raised, with its target and its place on the board. */
  private beginning({ work, person, draft, answers }: Submission) {
    const core = CoreAnswersSchema.parse(answers);
    const stamped = entering(this.context, {
      row: { type: draft.type, nation: core.nation, risks: core.risks },
      to: 'raised',
      now: work.now,
    });
    return {
      type: draft.type,
      status: 'raised',
      level: this.context.types.byId(draft.type).level ?? 'senior-imsa',
      raised_by: person.id,
      raised_at: work.now,
      lead_id: person.id,
      ...stamped,
      ...pressing(this.context, {
        nation: core.nation,
        risks: core.risks,
        events: core.events,
        dueAt: stamped.state_due_at?.toISOString() ?? null,
        now: work.now,
      }),
    };
  }

  private async content(input: {
    id: string;
    draft: DraftDbRow;
    answers: JourneyAnswers;
    seal: SealForCase;
  }) {
    const { id, draft, answers, seal } = input;
    const core = CoreAnswersSchema.parse(answers);
    return {
      ...plainColumns(core),
      ...(await sealedColumns({
        escalationId: id,
        core,
        inWords: this.checks.inWords(draft.type, answers),
        seal,
      })),
      marked: JSON.stringify(markedIn(answers)),
    };
  }

  private async parts(
    { work, person, answers }: Submission,
    escalationId: string,
    seal: SealForCase,
  ): Promise<void> {
    const parts = {
      work,
      personId: person.id,
      escalationId,
      core: CoreAnswersSchema.parse(answers),
      seal,
      sealing: this.context.hub.sealing,
    };
    await writeCaseLists(parts);
    await writeStatements(parts);
  }

  /** Keeps what was asked and answered, words included. */
  private async freeze(
    input: Submission & { id: string; number: number },
  ): Promise<void> {
    const { work, person, draft, answers, id, number } = input;
    const seal = (column: string, value: unknown) =>
      this.sealFor(work, id)(
        'submission',
        column,
        `${id}.${number}`,
        JSON.stringify(value),
        // The case as a whole is marked for what was answered.
        '',
      );
    await work.trx.table('submission').insert({
      escalation_id: id,
      number,
      draft_id: draft.id,
      at: work.now,
      by_id: person.id,
      sealed_pages: await seal(
        'sealed_pages',
        this.checks.inWords(draft.type, answers),
      ),
      sealed_answers: await seal('sealed_answers', answers),
    });
  }

  private sealFor(work: Work, caseId: string): SealForCase {
    return (table, column, row, text, words) =>
      this.context.hub.sealing.seal({
        trx: work.trx,
        caseId,
        table,
        column,
        row,
        text,
        words,
      });
  }
}
