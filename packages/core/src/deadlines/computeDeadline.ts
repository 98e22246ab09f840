import {
  addDays,
  CalendarDate,
  formatDate,
  HolidayCalendar,
  HolidaysUnknownError,
  isCalendarDate,
} from '../dates';
import { Nation, NATION_NAMES } from '../vocabulary';
import { countPeriod, periodWords } from './countPeriod';
import { DeadlineRule, factsAskedBy, isInForce } from './deadlineRule';

/** Further dates by the id of the fact that a rule asks for, `YYYY-MM-DD`. */
export type DeadlineFacts = Readonly<Record<string, string | undefined>>;

/** A limit with the steps by which a person can check it on a calendar. */
export type KnownDeadline = {
  status: 'known';
  ruleId: string;
  title: string;
  kind: DeadlineRule['kind'];
  limit: CalendarDate;
  working: string[];
  lateLimit?: { limit: CalendarDate; words: string };
  confidence: DeadlineRule['confidence'];
  authority: string;
  source: string;
  caution: string;
};

/** Why no limit can be given; `because` is a sentence for the screen. */
export type UnknownDeadline = {
  status: 'unknown';
  ruleId: string;
  title: string;
  reason:
    | 'impossible-date'
    | 'nation-not-covered'
    | 'not-in-force'
    | 'facts-do-not-fit'
    | 'holidays-unknown';
  because: string;
};

export type Deadline = KnownDeadline | UnknownDeadline;

type Question = {
  rule: DeadlineRule;
  eventDate: string;
  nation: Nation;
  holidays: HolidayCalendar;
  facts?: DeadlineFacts;
};
type Progress = { limit: CalendarDate; working: string[] };
type Obstacle = Pick<UnknownDeadline, 'reason' | 'because'>;

function findObstacle(question: Question): Obstacle | undefined {
  const { rule, eventDate, nation, facts = {} } = question;
  if (!isCalendarDate(eventDate)) {
    return {
      reason: 'impossible-date',
      because: `“${eventDate}” is not a date that exists. Enter the date as year-month-day.`,
    };
  }
  if (!rule.nations.includes(nation)) {
    return {
      reason: 'nation-not-covered',
      because: `This rule does not cover ${NATION_NAMES[nation]}.`,
    };
  }
  if (!isInForce({ rule, onDate: eventDate })) {
    const early = rule.effectiveFrom && eventDate < rule.effectiveFrom;
    const bound = early ? rule.effectiveFrom : rule.effectiveTo;
    return {
      reason: 'not-in-force',
      because: `This rule is only for events ${early ? 'from' : 'before'} ${formatDate(bound ?? eventDate)}.`,
    };
  }
  for (const { id, question: asked } of factsAskedBy(rule)) {
    const date = facts[id];
    if (date === undefined) continue;
    if (!isCalendarDate(date)) {
      return {
        reason: 'facts-do-not-fit',
        because: `${asked}: “${date}” is not a date that exists.`,
      };
    }
    if (date < eventDate) {
      return {
        reason: 'facts-do-not-fit',
        because: `${asked}: ${formatDate(date)} is before the event itself.`,
      };
    }
  }
  return undefined;
}

function startOfCounting({ rule, eventDate }: Question): Progress {
  const working = [`${rule.event}: ${formatDate(eventDate)}.`];
  if (rule.postAllowanceHours === 0) return { limit: eventDate, working };
  const limit = addDays({
    date: eventDate,
    days: rule.postAllowanceHours / 24,
  });
  working.push(
    `${rule.postAllowanceHours} hours are allowed for the post: it counts as received on ${formatDate(limit)}.`,
  );
  return { limit, working };
}

function extend({ rule, facts = {} }: Question, reached: Progress): Progress {
  let { limit } = reached;
  const working = [...reached.working];
  for (const { fact, days, words } of rule.extensions) {
    const date = facts[fact.id];
    if (date === undefined) continue;
    if (date > reached.limit) {
      working.push(
        `${words}: not so, as ${formatDate(date)} is after ${formatDate(reached.limit)}; nothing is added.`,
      );
      continue;
    }
    limit = addDays({ date: limit, days });
    working.push(`${words}: ${days} days more, to ${formatDate(limit)}.`);
  }
  return { limit, working };
}

function endEarlier(
  { rule, facts = {} }: Question,
  reached: Progress,
): Progress {
  const ending = rule.endsEarlier;
  const date = ending && facts[ending.fact.id];
  if (!ending || date === undefined || date >= reached.limit) return reached;
  const step = `${ending.words}: ${formatDate(date)}, which comes first.`;
  return { limit: date, working: [...reached.working, step] };
}

function leaveClosedDay(question: Question, reached: Progress): Progress {
  const { rule, nation, holidays } = question;
  if (rule.closedDay === 'none') return reached;
  const { limit, working } = reached;
  const court = rule.closedDay === 'next-court-opening';
  if (holidays.isWorkingDay({ date: limit, nation })) {
    const step = `${court ? 'The court is open' : 'It is a working day'} then, so the limit stays.`;
    return { limit, working: [...working, step] };
  }
  const moved = holidays.nextWorkingDay({ date: limit, nation });
  const closed = holidays.holidayOn({ date: limit, nation }) ?? 'a weekend';
  const step = `That is a closed day (${closed}), so it moves to ${court ? "the court's next opening" : 'the next working day'}: ${formatDate(moved)}.`;
  return { limit: moved, working: [...working, step] };
}

function cautionOf(rule: DeadlineRule): string {
  const words = ['A reminder with its source, not legal advice.'];
  if (rule.kind === 'aim') words.push('An aim, not an entitlement.');
  if (rule.confidence === 'secondary') {
    words.push('The primary text was not read for this rule: check it first.');
  }
  if (rule.caution) words.push(rule.caution);
  return words.join(' ');
}

function compute(question: Question): KnownDeadline {
  const { rule, nation, holidays } = question;
  const started = startOfCounting(question);
  const count = {
    start: started.limit,
    dayOfNotice: rule.dayOfNotice,
    nation,
    holidays,
  };
  const counted = countPeriod({ ...count, period: rule.period });
  const ordinary: Progress = {
    limit: counted.date,
    working: [
      ...started.working,
      `The period is ${periodWords(rule.period)}.`,
      ...counted.working,
    ],
  };
  const reached = leaveClosedDay(
    question,
    endEarlier(question, extend(question, ordinary)),
  );
  const late =
    rule.lateLimit && countPeriod({ ...count, period: rule.lateLimit.period });
  return {
    status: 'known',
    ruleId: rule.id,
    title: rule.title,
    kind: rule.kind,
    ...reached,
    ...(rule.lateLimit && late
      ? { lateLimit: { limit: late.date, words: rule.lateLimit.words } }
      : {}),
    confidence: rule.confidence,
    authority: rule.authority,
    source: rule.source,
    caution: cautionOf(rule),
  };
}

/**
 * The limit that a rule gives for an event on a day (`YYYY-MM-DD`), with its
 * working, or the plain reason why it is not known: the date does not exist,
 * the nation is not covered, the rule was not in force on the day of the event,
 * a further date does not fit, or it depends on bank holidays beyond those
 * known. Pure: the same question always has the same answer.
 */
export function computeDeadline(question: Question): Deadline {
  const { rule, nation, holidays } = question;
  const { id: ruleId, title } = rule;
  const obstacle = findObstacle(question);
  if (obstacle) return { status: 'unknown', ruleId, title, ...obstacle };
  try {
    return compute(question);
  } catch (error) {
    if (!(error instanceof HolidaysUnknownError)) throw error;
    const first = formatDate(holidays.knownFrom(nation));
    const last = formatDate(holidays.knownUntil(nation));
    return {
      status: 'unknown',
      ruleId,
      title,
      reason: 'holidays-unknown',
      because: `Bank holidays are known from ${first} to ${last} only, and this limit depends on others. Work it out by hand.`,
    };
  }
}
