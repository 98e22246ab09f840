import { londonDateOf } from '@imsa-hub/core';
import type { SafetyAnswer, SafetyAnswers } from '@imsa-hub/advice-common';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { assessQuery, type AssessedColumns } from './assessQuery';
import type { QueryDbRow } from './QueryRow';

type Reason = QueryDbRow['urgency_reasons'][number];

/** The columns of {@link AssessedColumns}, for a query with others in it. */
export type AssessedTogether = Omit<AssessedColumns, 'urgency_reasons'> &
  Pick<QueryDbRow, 'urgency_reasons' | 'own_urgency_band'>;

/**
 * Where a query stands in the queue with everything that was merged into it:
 * what presses one asker presses both. Reasons that come from another asker
 * are marked, because only the Hub may be shown them.
 *
 * @param input.merged - the queries merged into it; those of the database
 *   unless given
 */
export async function assessTogether(
  context: AdviceContext,
  input: {
    knex: Knex;
    row: QueryDbRow;
    now: string;
    merged?: readonly QueryDbRow[];
  },
): Promise<AssessedTogether> {
  const { knex, row, now } = input;
  const { store } = context;
  const today = londonDateOf(now);
  const merged = input.merged ?? (await store.mergedHere(knex, row.id));
  const own = {
    nation: row.nation,
    safety: row.safety,
    events: await store.events(knex, row.id),
  };
  const alone = assessQuery(context, { ...own, today });
  if (merged.length === 0) return { ...alone, own_urgency_band: null };
  let { safety } = own;
  const events: HappenedEvent[] = [...own.events];
  for (const other of merged) {
    safety = worst(safety, other.safety);
    events.push(...(await store.events(knex, other.id)));
  }
  const all = assessQuery(context, { ...own, safety, events, today });
  const isOwn = (reason: Reason) =>
    alone.urgency_reasons.some(
      ({ code, text }) => code === reason.code && text === reason.text,
    );
  return {
    ...all,
    urgency_reasons: all.urgency_reasons.map(reason =>
      isOwn(reason) ? reason : { ...reason, merged: true },
    ),
    own_urgency_band: alone.urgency_band,
  };
}

const WEIGHT: Readonly<Record<SafetyAnswer, number>> = {
  no: 0,
  'not-known': 1,
  yes: 2,
};

function worst(one: SafetyAnswers, other: SafetyAnswers): SafetyAnswers {
  const pick = (question: keyof SafetyAnswers) =>
    WEIGHT[other[question]] > WEIGHT[one[question]]
      ? other[question]
      : one[question];
  return {
    'nowhere-safe-tonight': pick('nowhere-safe-tonight'),
    'contact-with-exploiter': pick('contact-with-exploiter'),
    'removal-eviction-or-detention': pick('removal-eviction-or-detention'),
  };
}
