import {
  CoreAnswersSchema,
  type CoreAnswers,
} from '@imsa-hub/escalations-common';
import { humanReference, type JourneyAnswers } from '@imsa-hub/core';
import type { Work } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { entering, type NewEntry } from '../escalations/EscalationChanges';
import { pressing } from '../escalations/pressing';
import type { EscalationPatch } from '../escalations/EscalationRow';
import type { WholeRow } from '../escalations/EscalationStore';
import {
  markedIn,
  plainColumns,
  sealedColumns,
  type SealForCase,
} from './caseColumns';
import type { DraftAnswers } from './DraftAnswers';
import type { DraftDbRow } from './DraftStore';
import {
  writeCaseLists,
  type CaseParts,
  type WrittenLists,
} from './writeCaseLists';
import { writeStatements } from './writeStatements';

/** A draft that is being raised, with its answers opened. */
export interface Submission {
  work: Work;
  person: PersonContext;
  draft: DraftDbRow;
  answers: JourneyAnswers;
  /**
   * Why it goes on without the survivor's agreement; empty with it, and nothing
   * where the case that is mended says so already.
   */
  override: string | undefined;
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
    const { work, person, draft } = submission;
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
      ...(await this.content({ ...submission, id, seal })),
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
    const written = await this.parts(submission, id, seal);
    await store.addEntry({
      trx: work.trx,
      escalationId: id,
      at: work.now,
      byId: person.id,
      summary: 'Brought it to the Hub',
    });
    await this.freeze({ ...submission, ...written, id, number: 1 });
    return { id, reference };
  }

  /**
   * What is new in a case that was returned and is raised again: afterwards it
   * says what was submitted. What others changed since the draft was begun, and
   * its author did not, stays as it is.
   */
  async raiseAgain(
    submission: Submission & { row: WholeRow; basis: JourneyAnswers },
  ): Promise<{ patch: EscalationPatch; entries: NewEntry[] }> {
    const { work, row, answers, basis } = submission;
    const { id } = row;
    const { number } = await work.trx
      .table('submission')
      .where({ escalation_id: id })
      .max('number as number')
      .first();
    const seal = this.sealFor(work, id);
    const written = await this.parts(submission, id, seal, basis);
    await this.freeze({
      ...submission,
      ...written,
      id,
      number: Number(number) + 1,
    });
    const { marked, sealed_consent_override, ...columns } = await this.content({
      ...submission,
      id,
      seal,
    });
    const core = CoreAnswersSchema.parse(answers);
    const sameOrganisation = core.organisation === (basis.organisation ?? '');
    const consentSince =
      core.consent === basis.consent && core.consent !== row.consent;
    return {
      patch: {
        ...columns,
        // Who can see it at all, and whether it may be discussed, is not undone
        // by a draft that is older.
        ...(sameOrganisation
          ? { subject_organisation_id: row.subject_organisation_id }
          : {}),
        ...(consentSince ? { consent: row.consent } : {}),
        ...(consentSince || submission.override === undefined
          ? {}
          : { sealed_consent_override }),
        marked: JSON.parse(marked),
        sealed_returned_for: null,
      },
      entries: written.entries,
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
        dates: {
          events: core.events,
          requests: core.legalRequests.flatMap(({ kind, due }) =>
            due ? [{ kind, due }] : [],
          ),
        },
        dueAt: stamped.state_due_at?.toISOString() ?? null,
        now: work.now,
      }),
    };
  }

  private async content(input: {
    id: string;
    draft: DraftDbRow;
    answers: JourneyAnswers;
    override: string | undefined;
    seal: SealForCase;
  }) {
    const { id, draft, answers, override, seal } = input;
    const core = {
      ...CoreAnswersSchema.parse(answers),
      consentOverride: override ?? '',
    };
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
    basis: JourneyAnswers = {},
  ): Promise<WrittenLists> {
    const parts: CaseParts = {
      context: this.context,
      work,
      personId: person.id,
      escalationId,
      core: CoreAnswersSchema.parse(answers),
      basis: basis as Partial<CoreAnswers>,
      seal,
    };
    const { answers: lists, entries } = await writeCaseLists(parts);
    await writeStatements(parts);
    return { answers: { ...answers, ...lists }, entries };
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
