import {
  adviceAnswerPermission,
  adviceTriagePermission,
} from '@imsa-hub/advice-common';
import {
  immigrationGate,
  isImmigration,
  type PersonContext,
} from '@imsa-hub/network-node';
import type { SightFacts } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';
import type { DraftDbRow, QueryDbRow } from './QueryRow';
import type { QueryFlowContext } from './queryFlow';

type Answered = Pick<QueryDbRow, 'assignee_id'>;
type Writers = Pick<DraftDbRow, 'written_by'> | undefined;

/** Whether somebody has a query or wrote on the reply in hand. */
const answers = (person: PersonContext, row: Answered, draft: Writers) =>
  row.assignee_id === person.id ||
  (draft?.written_by.includes(person.id) ?? false);

/**
 * Why a person may not take the high risk away from a query: whoever answers it
 * does not decide that nobody reads the answer. Nothing where they may.
 */
export function highRiskGate(
  person: PersonContext,
  row: Answered & Pick<QueryDbRow, 'high_risk'>,
  draft: Writers,
): string | undefined {
  return row.high_risk && answers(person, row, draft)
    ? 'It stays high risk: you have this query or wrote on its reply, so somebody else who triages has to take that away.'
    : undefined;
}

/**
 * Why a person may not take the immigration area away from a query: whoever is
 * held back by the immigration gate does not lift it. Nothing where they may.
 */
export function immigrationAreaGate(
  person: PersonContext,
  row: Answered & Pick<QueryDbRow, 'areas'>,
  draft: Writers,
): string | undefined {
  return immigrationGate(person, row) && answers(person, row, draft)
    ? 'Immigration and asylum stays: you have this query or wrote on its reply and are not recorded as regulated for it, so somebody else who triages has to take that away.'
    : undefined;
}

/** The columns of a query that the flow asks about. */
export type FlowFacts = Pick<
  QueryDbRow,
  | 'raised_by'
  | 'assignee_id'
  | 'second_reader_id'
  | 'high_risk'
  | 'stopped_at'
  | 'areas'
  | 'former_answerer_ids'
  | 'first_replied_at'
  | 'case_id'
  | 'destroyed_at'
>;

/** The columns of the reply in hand that the flow asks about. */
export type DraftFacts = Pick<DraftDbRow, 'author_id' | 'kind' | 'written_by'>;

/** What the flow may ask about a person and a query. */
export function flowContextOf(
  context: AdviceContext,
  input: {
    person: PersonContext;
    row: FlowFacts;
    /** Whether the rules of sight let the person work on it. */
    mayWorkOn: boolean;
    /** Whether they triage this one; as their role has it, unless told. */
    triages?: boolean;
    draft?: DraftFacts;
    /** The query it was merged into is closed. */
    survivorClosed?: boolean;
  },
): QueryFlowContext {
  const { person, row, draft } = input;
  const { permissions } = context.hub;
  return {
    works:
      input.mayWorkOn &&
      row.raised_by !== person.id &&
      permissions.may(person, adviceAnswerPermission),
    triages: input.triages ?? permissions.may(person, adviceTriagePermission),
    isAsker: row.raised_by === person.id,
    isAssignee: row.assignee_id === person.id,
    isAuthor: draft?.written_by.includes(person.id) ?? false,
    otherReaderNamed:
      row.second_reader_id !== null && row.second_reader_id !== person.id,
    hasDraft: draft !== undefined,
    needsSecondReader: row.high_risk,
    clockStopped: row.stopped_at !== null,
    immigrationGate:
      draft?.kind === 'signpost' ? undefined : immigrationGate(person, row),
    authorGate: authorGate(context, row, draft),
    answeredBefore: row.former_answerer_ids.includes(person.id),
    replied: row.first_replied_at !== null,
    survivorClosed: input.survivorClosed ?? false,
    raisesCases: context.cases()?.mayRaise(person) ?? false,
    isCase: row.case_id !== null,
    destroyed: row.destroyed_at !== null,
  };
}

/**
 * Whether a person deals with a query as the Hub: what somebody asked
 * themselves, others answer, and the Hub's notes on it are not theirs to read.
 */
export function worksOn(
  context: AdviceContext,
  person: PersonContext,
  row: SightFacts,
): boolean {
  return row.raised_by !== person.id && context.sight.mayWorkOn(person, row);
}

// The areas may have changed since it was written, and the licence ended.
function authorGate(
  context: AdviceContext,
  row: Pick<QueryDbRow, 'areas'>,
  draft: DraftFacts | undefined,
): string | undefined {
  if (!draft || draft.kind === 'signpost') return undefined;
  if (!isImmigration(row.areas)) return undefined;
  const author = context.hub.people.byId(draft.author_id);
  if (author?.regulatedForImmigration) return undefined;
  return 'Whoever wrote this reply is not recorded as regulated for immigration advice. It can go out as a signpost, or somebody who is regulated has to write it.';
}
