import { URGENCY_BANDS, type Urgency } from '@imsa-hub/advice-common';
import type { TriageFacts, TriageRule } from '@imsa-hub/advice-node';
import { addDays } from '@imsa-hub/core';

/** How far ahead a change is looked for; then it is judged anew anyway. */
const LOOK_AHEAD_DAYS = 60;
const RANKS_PER_BAND = 100;

/** How pressing a query is, where that puts it, and until when it holds. */
export interface AssessedUrgency extends Urgency {
  /** Its place in the queue: smaller is more pressing. */
  rank: number;
  /**
   * The next day (`YYYY-MM-DD`) on which it has to be judged again although
   * nobody touches the record; absent where time alone changes nothing.
   */
  reviewAt: string | null;
}

type Judgement = Urgency & { rank: number };

function placeOf(band: Urgency['band']): number {
  return URGENCY_BANDS.indexOf(band);
}

function ask(rule: TriageRule, facts: TriageFacts) {
  try {
    return rule.assess(facts);
  } catch {
    // A module's rule that fails must neither hide a query nor keep it out.
    return {
      band: 'soon' as const,
      text: `Could not be worked out, look yourself: ${rule.title}`,
    };
  }
}

function judge(rules: readonly TriageRule[], facts: TriageFacts): Judgement {
  const found = rules
    .flatMap(rule => {
      const answer = ask(rule, facts);
      return answer ? [{ code: rule.id, ...answer }] : [];
    })
    .sort((one, other) => placeOf(one.band) - placeOf(other.band));
  const band = found[0]?.band ?? 'ordinary';
  const inBand = found.filter(reason => reason.band === band).length;
  return {
    band,
    reasons: found.map(({ code, text }) => ({ code, text })),
    rank:
      placeOf(band) * RANKS_PER_BAND +
      (RANKS_PER_BAND - 1 - Math.min(inBand, RANKS_PER_BAND - 1)),
  };
}

/** The same facts as they will be on a later day. */
function onDay(facts: TriageFacts, today: string): TriageFacts {
  const passed = facts.workingDaysUntil(today);
  return {
    ...facts,
    today,
    workingDaysUntil(date) {
      const days = facts.workingDaysUntil(date);
      if (days === undefined || passed === undefined) return undefined;
      return days - passed;
    },
  };
}

function nextChange(
  rules: readonly TriageRule[],
  facts: TriageFacts,
  now: Judgement,
): string | null {
  const held = JSON.stringify(now);
  let day = facts.today;
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    day = addDays({ date: facts.today, days: ahead });
    if (JSON.stringify(judge(rules, onDay(facts, day))) !== held) return day;
  }
  return facts.limits.some(({ date }) => date >= day) ? day : null;
}

/**
 * Judges how pressing a query is by all rules. The most pressing answer gives
 * the band, and every answer is kept as a reason, most pressing first; in one
 * band, more reasons come first. Pure.
 */
export function assessUrgency({
  rules,
  facts,
}: {
  rules: readonly TriageRule[];
  facts: TriageFacts;
}): AssessedUrgency {
  const now = judge(rules, facts);
  return { ...now, reviewAt: nextChange(rules, facts, now) };
}
