import { CLOCK_STOP_CATEGORY_NAMES, type Clock } from '@imsa-hub/advice-common';
import type { Tone } from '@imsa-hub/ui';

/** A clock as a screen writes it. */
export interface ClockView {
  tone: Tone;
  text: string;
  /** ISO instant to show after the text, if there is one. */
  at: string | null;
}

const WHAT: Readonly<Record<Clock['kind'], string>> = {
  'first-reply': 'First reply',
  resolution: 'Resolution',
};

/** Puts a clock into words with the tone that goes with them. */
export function clockView(clock: Clock): ClockView {
  const what = WHAT[clock.kind];
  const at = clock.dueAt;
  if (clock.state === 'ended') {
    return { tone: 'neutral', text: 'Clock ended', at: null };
  }
  if (clock.state === 'stopped') {
    const why = clock.stoppedFor
      ? CLOCK_STOP_CATEGORY_NAMES[clock.stoppedFor].toLowerCase()
      : 'no reason recorded';
    return { tone: 'neutral', text: `Clock stopped: ${why}`, at: null };
  }
  if (clock.state === 'late') {
    return { tone: 'negative', text: `${what} is late: was due`, at };
  }
  if (clock.state === 'warning') {
    return { tone: 'warning', text: `${what} due soon:`, at };
  }
  return { tone: 'neutral', text: `${what} due`, at };
}
