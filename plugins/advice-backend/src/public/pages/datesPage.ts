import { formatDate, londonDateOf, type Nation } from '@imsa-hub/core';
import { FormValues, type PageError } from '@imsa-hub/core-node';
import { dateValues, isDateEmpty, readDate } from '../answerReaders';
import { definePage } from '../definePage';
import { factsIn, furtherDates } from '../furtherDates';
import type { PublicAdvice } from '../PublicAdvice';

/** When each thing happened, with the further dates that the law asks for. */
export function datesPage(options: {
  advice: Pick<PublicAdvice, 'eventChoices' | 'eventProblems'>;
  now: () => Date;
}) {
  const { advice, now } = options;
  const chosen = (nation: Nation, events: readonly string[]) =>
    advice.eventChoices(nation).filter(({ ruleId }) => events.includes(ruleId));
  return definePage({
    id: 'dates',
    path: '/dates',
    title: ({ events = [] }) =>
      events.length > 1 ? 'When did each happen?' : 'When did it happen?',
    lead: () => [
      'Use the date on the letter, or the day you were told. If you do not know it, go back and leave that one out: you can tell us in words.',
    ],
    fields: ({ nation = 'england', events = [] }) =>
      chosen(nation, events).flatMap(choice => [
        {
          kind: 'date' as const,
          name: choice.ruleId,
          label: choice.event,
          hint: 'For example, 27 3 2026',
        },
        ...furtherDates(choice).map(({ name, question }) => ({
          kind: 'date' as const,
          name,
          label: `${question} (optional)`,
          hint: `It goes with “${choice.event}” and can change the time limit. If it has not come, or you do not know it, leave it empty.`,
        })),
      ]),
    read(values, { nation = 'england', events = [] }) {
      const dates: Record<string, string> = {};
      const errors: PageError[] = [];
      const today = londonDateOf(now());
      const take = (field: string, what: string) => {
        const read = readDate({ values, field, what, today });
        if ('errors' in read) errors.push(...read.errors);
        else dates[field] = read.answer;
      };
      for (const choice of chosen(nation, events)) {
        const { ruleId, event } = choice;
        const further = furtherDates(choice);
        take(ruleId, event);
        for (const { name, question } of further) {
          if (!isDateEmpty(values, name)) take(name, question);
        }
        const date = dates[ruleId];
        if (!date) continue;
        const problems = advice.eventProblems({
          ruleId,
          date,
          ...factsIn(dates, ruleId),
        });
        errors.push(
          ...further.flatMap(({ id, name }) =>
            problems
              .filter(({ field }) => field === `facts.${id}`)
              .map(({ message }) => ({ field: name, message })),
          ),
        );
      }
      return errors.length > 0 ? { errors } : { answer: dates };
    },
    values: answer =>
      new FormValues(
        Object.entries(answer).flatMap(([name, date]) =>
          dateValues(name, date),
        ),
      ),
    next: () => 'who-can-act',
    answer: (answer, { nation = 'england', events = [] }) =>
      chosen(nation, events).flatMap(choice =>
        [
          { name: choice.ruleId, label: choice.event },
          ...furtherDates(choice).map(({ name, question }) => ({
            name,
            label: question,
          })),
        ].flatMap(({ name, label }) => {
          const date = answer[name];
          return date ? [{ label, value: formatDate(date) }] : [];
        }),
      ),
  });
}
