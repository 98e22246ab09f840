import { LONG_TEXT } from '@imsa-hub/advice-common';
import { KNOWLEDGE_AREAS, KNOWLEDGE_AREA_NAMES } from '@imsa-hub/core';
import { FormValues } from '@imsa-hub/core-node';
import { oneValue, readText } from '../answerReaders';
import { definePage } from '../definePage';
import type { PublicAdvice } from '../PublicAdvice';
import { datesPage } from './datesPage';

const NONE = 'none-of-these';

/** The question itself, what it is about, and what has happened when. */
export function questionPages(options: {
  advice: Pick<PublicAdvice, 'eventChoices' | 'eventProblems'>;
  now: () => Date;
}) {
  const { advice } = options;
  const choices = (nation: Parameters<PublicAdvice['eventChoices']>[0]) =>
    advice.eventChoices(nation);
  return [
    definePage({
      id: 'question',
      path: '/question',
      title: () => 'What would you like to ask?',
      fields: () => [
        {
          kind: 'textarea',
          name: 'question',
          label: 'What would you like to ask?',
          hint: 'Say what has happened and what you need to know. Leave out names, addresses, dates of birth and reference numbers: we can advise without them. Up to 10,000 characters. If you leave this page for more than 60 minutes it is cleared.',
          rows: 10,
        },
      ],
      read: values =>
        readText({
          values,
          field: 'question',
          max: LONG_TEXT,
          empty: 'Enter your question',
        }),
      values: answer => oneValue('question', answer),
      next: () => 'areas',
      answer: answer => [{ label: 'Your question', value: answer }],
    }),
    definePage({
      id: 'areas',
      path: '/areas',
      title: () => 'What is it about?',
      fields: () => [
        {
          kind: 'checkboxes',
          name: 'areas',
          label: 'What is it about?',
          hint: 'Choose all that fit. If you are not sure, choose the closest: we will put it right.',
          options: KNOWLEDGE_AREAS.map(value => ({
            value,
            label: KNOWLEDGE_AREA_NAMES[value],
          })),
        },
      ],
      read(values) {
        const answer = KNOWLEDGE_AREAS.filter(area =>
          values.all('areas').includes(area),
        );
        return answer.length > 0
          ? { answer }
          : {
              errors: [
                {
                  field: 'areas',
                  message: 'Choose at least one, or the closest',
                },
              ],
            };
      },
      values: answer => new FormValues([['areas', answer]]),
      next: () => 'tonight',
      answer: answer => [
        {
          label: 'What it is about',
          value: answer.map(area => KNOWLEDGE_AREA_NAMES[area]).join('\n'),
        },
      ],
    }),
    definePage({
      id: 'events',
      path: '/events',
      title: () => 'Has any of this happened?',
      fields: ({ nation = 'england' }) => [
        {
          kind: 'checkboxes',
          name: 'events',
          label: 'Has any of this happened?',
          hint: 'Some of these start a time limit in law. We work the limit out and show you. Choose all that fit.',
          options: [
            ...choices(nation).map(({ ruleId, event, title }) => ({
              value: ruleId,
              label: event,
              hint: title,
            })),
            { value: NONE, label: 'None of these, or I do not know' },
          ],
        },
      ],
      read(values, { nation = 'england' }) {
        const chosen = values.all('events');
        const events = choices(nation)
          .map(({ ruleId }) => ruleId)
          .filter(ruleId => chosen.includes(ruleId));
        const message =
          events.length > 0 && chosen.includes(NONE)
            ? 'Choose what has happened, or “None of these”, but not both'
            : 'Choose what has happened, or “None of these, or I do not know”';
        const right = events.length > 0 !== chosen.includes(NONE);
        return right
          ? { answer: events.slice(0, 20) }
          : { errors: [{ field: 'events', message }] };
      },
      values: answer =>
        new FormValues([['events', answer.length > 0 ? answer : [NONE]]]),
      next: ({ events = [] }) => (events.length > 0 ? 'dates' : 'who-can-act'),
      answer: (answer, { nation = 'england' }) => [
        {
          label: 'What has happened',
          value:
            choices(nation)
              .filter(({ ruleId }) => answer.includes(ruleId))
              .map(({ event }) => event)
              .join('\n') || 'None of the things listed',
        },
      ],
    }),
    datesPage(options),
  ];
}
