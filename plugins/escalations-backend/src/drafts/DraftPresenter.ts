import type { Draft } from '@imsa-hub/escalations-common';
import { reachablePages } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type { ConsentRequests } from './ConsentRequests';
import type { DraftAnswers } from './DraftAnswers';
import type { DraftDbRow, DraftStore } from './DraftStore';

/** Shows a draft to its author: pages, answers, problems, words and limits. */
export class DraftPresenter {
  constructor(
    private readonly context: EscalationContext,
    private readonly store: DraftStore,
    private readonly checks: DraftAnswers,
    private readonly consentRequests: ConsentRequests,
  ) {}

  async present(
    knex: Knex,
    input: { person: PersonContext; row: DraftDbRow },
  ): Promise<Draft> {
    const { types, limits } = this.context;
    const { row } = input;
    const answers = await this.store.answers(knex, row);
    const type = types.byId(row.type);
    const pages = reachablePages(types.pagesOf(row.type), answers);
    const consentDecision = await this.consentRequests.state(
      knex,
      row,
      answers,
    );
    const problems = this.checks.problems({
      type: row.type,
      answers,
      decided: consentDecision.state,
    });
    const wrong = new Set(problems.map(({ page }) => page));
    const { nation, events } = answers as {
      nation?: never;
      events?: HappenedEvent[];
    };
    return {
      id: row.id,
      version: row.version,
      type: { id: type.id, title: type.title },
      escalationId: row.escalation_id,
      returnedFor: await this.returnedFor(knex, row),
      // Another plugin's to say, outside this transaction: see DraftService.
      fromQuery: null,
      pages,
      answers,
      done: pages
        .filter(
          page =>
            !wrong.has(page.id) &&
            page.fields.some(field => answers[field.name] !== undefined),
        )
        .map(({ id }) => id),
      problems,
      inWords: this.checks.inWords(row.type, answers),
      limits: nation ? limits().limits({ nation, events: events ?? [] }) : [],
      consentDecision,
      savedAt: row.saved_at.toISOString(),
    };
  }

  /** Why the Hub gave it back, to whoever raised it. */
  private async returnedFor(
    knex: Knex,
    row: DraftDbRow,
  ): Promise<string | null> {
    if (!row.escalation_id) return null;
    const returned = await knex
      .from('escalation')
      .where({ id: row.escalation_id, raised_by: row.author_id })
      .first('sealed_returned_for');
    if (!returned?.sealed_returned_for) return null;
    return this.context.hub.sealing.unseal({
      trx: knex,
      caseId: row.escalation_id,
      table: 'escalation',
      column: 'sealed_returned_for',
      row: row.escalation_id,
      sealed: returned.sealed_returned_for,
    });
  }
}
