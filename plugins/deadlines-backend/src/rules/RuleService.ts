import type { LedgerActor } from '@imsa-hub/core-node';
import type {
  EndRule,
  ReviewRule,
  RuleList,
  RuleRecord,
} from '@imsa-hub/deadlines-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** Who changes something, and as whom the ledger names them. */
export interface Changer {
  person: PersonContext;
  actor: LedgerActor;
}

/** What can be done with the rules of legal limits. */
export interface RuleService {
  /** Every rule, also those ended and to come, in their order. */
  list(input: { person: PersonContext }): Promise<RuleList>;
  /** @throws NotFoundError when there is no such rule */
  record(input: { person: PersonContext; ruleId: string }): Promise<RuleRecord>;
  /**
   * Gives a rule its last day and, if told, starts what takes its place.
   *
   * @throws HubInputError naming the field that does not fit
   * @throws StaleError when somebody else decided first
   */
  end(
    input: Changer & { ruleId: string; ending: EndRule },
  ): Promise<RuleRecord>;
  /**
   * Says that it was read again today and still holds.
   *
   * @throws StaleError when somebody else decided first
   */
  review(
    input: Changer & { ruleId: string; review: ReviewRule },
  ): Promise<RuleRecord>;
}
