import {
  computeDeadline,
  deadlineEvents,
  factsAskedBy,
  formatDate,
  NATIONS,
  rulesFor,
  type DeadlineFacts,
  type DeadlineRule,
  type HolidayCalendar,
  type Nation,
} from '@imsa-hub/core';
import type { AskedFact, EventChoice, Limit } from '@imsa-hub/deadlines-common';
import { presentDeadline } from './presentDeadline';

/** Something that happened on a day; a rule stands for its event. */
export interface HappenedEvent {
  ruleId: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Further dates that the rules of the event ask for. */
  facts?: DeadlineFacts;
}

/** What is wrong with an event as it was entered: `facts.<id>` or a part of it. */
export interface EventProblem {
  field: string;
  message: string;
}

// What happened longer ago than this was typed wrong.
const OLDEST_YEARS = 100;

/** Whether a day lies so far back that its year must be a slip; both `YYYY-MM-DD`. */
export function isTooLongAgo(date: string, today: string): boolean {
  return date < `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
}

/** Works out the legal limits of events. */
export interface EventLimits {
  /**
   * The limits of what happened, soonest first, those not known last. A rule
   * stands for its event: the versions in force on the day in that nation are
   * taken, so that one event can start several limits and an old date gets the
   * law of its day.
   */
  limits(asked: { nation: Nation; events: readonly HappenedEvent[] }): Limit[];
  /** The limits that one event starts, by its id and with further dates. */
  ofEvent(asked: {
    nation: Nation;
    eventId: string;
    date: string;
    facts: DeadlineFacts;
  }): Limit[];
  /** What can have happened, each once, for a form; of all nations or of one. */
  choices(nation?: Nation): EventChoice[];
  /**
   * The limit to act on: the next one from today on, else the one that passed
   * last. Aims and minimum periods are not limits.
   */
  nextLimit(
    limits: readonly Limit[],
    today: string,
  ): { date: string; title: string } | null;
  /** Whether somebody can be asked about this rule's event. */
  isKnown(ruleId: string): boolean;
  /**
   * Why an event cannot be kept as it was entered; nothing where it can. Every
   * rule counts from what has happened: a decision that came, a letter that was
   * sent. A day that is still to come would give a limit that nobody has.
   *
   * @param asked.today - `YYYY-MM-DD` in London
   */
  problems(asked: { event: HappenedEvent; today: string }): EventProblem[];
  /** What happened, in the words of a rule. */
  eventOf(ruleId: string): string | undefined;
  /** The words by which a further date is asked for. */
  factQuestion(id: string): string | undefined;
}

function bySoonest(one: Limit, other: Limit): number {
  if (one.limit === other.limit) return 0;
  if (one.limit === null) return 1;
  if (other.limit === null) return -1;
  return one.limit < other.limit ? -1 : 1;
}

/** Without the rule a limit cannot be worked out, but the event is kept. */
function unknownRule({ ruleId, date }: HappenedEvent): Limit {
  return {
    ruleId,
    title: 'A limit that is not known any more',
    eventDate: date,
    limit: null,
    kind: 'limit',
    working: [],
    confidence: null,
    source: null,
    caution: `There is no rule “${ruleId}” now. Work the limit out by hand.`,
  };
}

/**
 * Makes the limits of events from composed rules and bank holidays. Pure.
 * Events in `leaveOut` are never asked about.
 */
export function createEventLimits({
  rules,
  holidays,
  leaveOut = new Set(),
}: {
  rules: readonly DeadlineRule[];
  holidays: HolidayCalendar;
  leaveOut?: ReadonlySet<string>;
}): EventLimits {
  const asked = rules.filter(rule => !leaveOut.has(rule.eventId));
  const byId = new Map(asked.map(rule => [rule.id, rule]));

  const limitOf = (options: {
    rule: DeadlineRule;
    nation: Nation;
    date: string;
    facts?: DeadlineFacts;
  }): Limit => {
    const { rule, nation, date: eventDate, facts } = options;
    return presentDeadline({
      deadline: computeDeadline({ rule, eventDate, nation, holidays, facts }),
      eventDate,
      kind: rule.kind,
      followOn: rule.followOn.flatMap(id => byId.get(id) ?? []),
    });
  };

  const limitsOf = (nation: Nation, happened: HappenedEvent): Limit[] => {
    const { ruleId, date, facts } = happened;
    const named = byId.get(ruleId);
    if (!named) return [unknownRule(happened)];
    const event = named.eventId;
    const inForce = rulesFor({ nation, event, onDate: date, rules: asked });
    // None in force: the named rule itself says why.
    const taken = inForce.length > 0 ? inForce : [named];
    return taken.map(rule => limitOf({ rule, nation, date, facts }));
  };

  /** What the rules of an event ask for, whichever of them is in force. */
  const factsOf = (eventId: string, nations: readonly Nation[]) => {
    const facts = new Map<string, AskedFact>();
    for (const rule of asked) {
      if (rule.eventId !== eventId) continue;
      const covered = rule.nations.filter(item => nations.includes(item));
      if (covered.length === 0) continue;
      for (const { id, question } of factsAskedBy(rule)) {
        const before = facts.get(id)?.nations ?? [];
        const all = new Set([...before, ...covered]);
        facts.set(id, { id, question, nations: [...all] });
      }
    }
    return [...facts.values()];
  };

  const dayProblem = (date: string, today: string): string | undefined => {
    if (date > today) return 'This day is still to come';
    return isTooLongAgo(date, today)
      ? 'Look at the year again: it is too long ago'
      : undefined;
  };

  return {
    problems({ event, today }) {
      const { ruleId, date, facts = {} } = event;
      const named = byId.get(ruleId);
      if (!named) {
        return [
          { field: 'ruleId', message: 'Choose what happened from the list' },
        ];
      }
      const known = new Set(
        factsOf(named.eventId, NATIONS).map(({ id }) => id),
      );
      const factProblem = (id: string, day: string) => {
        if (!known.has(id)) return 'This date is not asked for here';
        if (day >= date) return dayProblem(day, today);
        return `This is before the event itself, on ${formatDate(date)}`;
      };
      const found: Array<[field: string, message: string | undefined]> = [
        ['date', dayProblem(date, today)],
      ];
      for (const [id, day] of Object.entries(facts)) {
        if (day) found.push([`facts.${id}`, factProblem(id, day)]);
      }
      return found.flatMap(([field, message]) =>
        message ? [{ field, message }] : [],
      );
    },

    eventOf: ruleId => byId.get(ruleId)?.event,

    factQuestion: id =>
      asked.flatMap(factsAskedBy).find(fact => fact.id === id)?.question,

    limits({ nation, events }) {
      const found = new Map<string, Limit>();
      for (const limit of events.flatMap(event => limitsOf(nation, event))) {
        found.set(`${limit.ruleId} ${limit.eventDate}`, limit);
      }
      return [...found.values()].sort(bySoonest);
    },

    ofEvent({ nation, eventId, date, facts }) {
      const inForce = rulesFor({
        nation,
        event: eventId,
        onDate: date,
        rules: asked,
      });
      const ofEvent = asked.filter(
        rule => rule.eventId === eventId && rule.nations.includes(nation),
      );
      // None in force: each version says for which days it is.
      const taken = inForce.length > 0 ? inForce : ofEvent;
      return taken
        .map(rule => limitOf({ rule, nation, date, facts }))
        .sort(bySoonest);
    },

    choices(nation) {
      const nations = nation ? [nation] : NATIONS;
      const current = asked.filter(rule => rule.effectiveTo === undefined);
      const events = new Map(
        nations
          .flatMap(item => deadlineEvents({ nation: item, rules: asked }))
          .map(({ eventId, event }) => [eventId, event]),
      );
      return [...events].flatMap(([eventId, event]) => {
        const ofEvent = (from: readonly DeadlineRule[]) =>
          from.filter(
            rule =>
              rule.eventId === eventId &&
              rule.nations.some(item => nations.includes(item)),
          );
        const rule = ofEvent(current)[0] ?? ofEvent(asked).at(-1);
        if (!rule) return [];
        const covered = new Set(ofEvent(asked).flatMap(item => item.nations));
        return {
          ruleId: rule.id,
          title: rule.title,
          event,
          nations: NATIONS.filter(item => covered.has(item)),
          facts: factsOf(eventId, nations),
        };
      });
    },

    nextLimit(limits, today) {
      const dated = limits.flatMap(({ limit, title, kind }) =>
        limit !== null && kind === 'limit' ? [{ date: limit, title }] : [],
      );
      dated.sort((one, other) => (one.date < other.date ? -1 : 1));
      return dated.find(({ date }) => date >= today) ?? dated.at(-1) ?? null;
    },

    isKnown: ruleId => byId.has(ruleId),
  };
}
