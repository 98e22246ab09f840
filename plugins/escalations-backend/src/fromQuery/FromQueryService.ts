import { ConflictError, NotFoundError } from '@backstage/errors';
import type { CarryOver, NamedRecord } from '@imsa-hub/advice-node';
import {
  GENERAL_TYPE,
  type CarryOverResponse,
} from '@imsa-hub/escalations-common';
import type { JourneyAnswers } from '@imsa-hub/core';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type { DraftAnswers } from '../drafts/DraftAnswers';
import { answersFromQuery } from './answersFromQuery';

/** Who asks about which query. */
export interface QueryAsked {
  person: PersonContext;
  actor: LedgerActor;
  queryId: string;
}

/**
 * Making a complex case of a query. Who may, and what carries over, is the
 * advice line's to say. Nothing here runs inside a transaction: the answer
 * comes over another plugin's connections, and two pools that wait for each
 * other would stand still.
 */
export class FromQueryService {
  constructor(
    private readonly context: EscalationContext,
    private readonly checks: DraftAnswers,
  ) {}

  /** What carries over, in words, before anything is copied. */
  async preview(input: QueryAsked): Promise<CarryOverResponse> {
    const query = await this.carryOver(input);
    const answers = this.answersOf(query);
    const { nation, events } = answers as {
      nation: CarryOver['nation'];
      events?: HappenedEvent[];
    };
    return {
      query: { id: query.id, reference: query.reference },
      pages: this.checks
        .inWords(GENERAL_TYPE, answers)
        .map(page => ({
          ...page,
          answers: page.answers.filter(
            ({ field }) => answers[field] !== undefined,
          ),
        }))
        .filter(page => page.answers.length > 0),
      limits: this.context.limits().limits({ nation, events: events ?? [] }),
    };
  }

  /** The answers that a draft begins with. */
  async answers(input: QueryAsked): Promise<JourneyAnswers> {
    return this.answersOf(await this.carryOver(input));
  }

  /** @throws ConflictError where the person may not make a case of it any more */
  async requireStill(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<void> {
    if (await this.context.queries()?.mayTakeOn(input)) return;
    throw new ConflictError(
      'The query that this was begun from cannot be made a case by you any more: somebody else has it now, it was closed, or there is a case of it already. Your draft is kept. Look at the query, or begin a new draft.',
    );
  }

  /** The query's name, as far as this person may see it. */
  async see(
    person: PersonContext,
    queryId: string | null,
  ): Promise<NamedRecord | null> {
    if (!queryId) return null;
    return (await this.context.queries()?.see({ person, queryId })) ?? null;
  }

  private async carryOver(input: QueryAsked): Promise<CarryOver> {
    const query = await this.context.queries()?.carryOver(input);
    if (!query) throw new NotFoundError();
    return query;
  }

  private answersOf(query: CarryOver): JourneyAnswers {
    const law = this.context.limits();
    return answersFromQuery({
      query,
      isKnownEvent: ruleId => law.isKnown(ruleId),
    });
  }
}
