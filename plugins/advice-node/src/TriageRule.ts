import type { SafetyAnswers, UrgencyBand } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';

/** Everything a triage rule may look at. Never free text. */
export interface TriageFacts {
  safety: SafetyAnswers;
  /** Legal limits that are known, `date` as `YYYY-MM-DD`, in any order. */
  limits: readonly { date: string; title: string }[];
  /** The day it is judged for, `YYYY-MM-DD` in London. */
  today: string;
  /**
   * Working days of the nation after today up to and including `date`: none
   * for today, negative for a day that passed, absent where bank holidays are
   * not known so far ahead.
   */
  workingDaysUntil(date: string): number | undefined;
  nation: Nation;
}

/** A rule that can make a query more pressing, and says why. */
export interface TriageRule {
  /** Names the rule among all plugins'; kept with the reason it gave. */
  id: string;
  /** What it looks for, in plain words. */
  title: string;
  /**
   * The band and the reason people read, or nothing. Pure: it is also asked
   * about days to come, to know when the answer changes by itself.
   */
  assess(facts: TriageFacts): { band: UrgencyBand; text: string } | undefined;
}
