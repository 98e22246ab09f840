import {
  SAFETY_QUESTION_TEXTS,
  SafetyAnswerSchema,
  type SafetyAnswer,
  type SafetyQuestion,
} from '@imsa-hub/advice-common';
import { FormValues } from '@imsa-hub/core-node';
import { oneValue, readChoice } from '../answerReaders';
import { definePage } from '../definePage';
import type { PublicAnswers } from '../PublicAnswers';
import { contactView, type PublicCatalog } from '../readPublicCatalog';

const ANSWERS: Readonly<Record<SafetyAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'I do not know',
};

/** The explicit safety questions, and help at once where it is needed. */
export function safetyPages(options: { catalog: PublicCatalog }) {
  const { helplines, tonight } = options.catalog;
  return [
    safetyPage({
      id: 'tonight',
      question: 'nowhere-safe-tonight',
      next: answer => (answer === 'yes' ? 'help' : 'exploiter'),
    }),
    definePage({
      id: 'help',
      path: '/help',
      title: () => 'You can get help tonight',
      lead: () => [
        'These people can be reached now. You can ring first and come back: go on when you are ready, and we will look at your question first.',
      ],
      fields: () => [],
      insert: ({ nation = 'england' }) => ({
        partial: 'help',
        view: {
          helplines: helplines.map(contactView),
          tonight: tonight[nation].map(contactView),
        },
      }),
      continueLabel: 'Go on with the question',
      read: () => ({ answer: 'seen' }),
      values: () => new FormValues(),
      next: () => 'exploiter',
    }),
    safetyPage({
      id: 'exploiter',
      question: 'contact-with-exploiter',
      next: () => 'removal',
    }),
    safetyPage({
      id: 'removal',
      question: 'removal-eviction-or-detention',
      hint: 'For example a removal letter, an eviction date or being held in a detention centre or prison',
      next: () => 'events',
    }),
  ];
}

function safetyPage<Id extends 'tonight' | 'exploiter' | 'removal'>(options: {
  id: Id;
  question: SafetyQuestion;
  hint?: string;
  next(answer: SafetyAnswer | undefined): keyof PublicAnswers;
}) {
  const { id, question, hint } = options;
  const label = SAFETY_QUESTION_TEXTS[question];
  return definePage<'tonight' | 'exploiter' | 'removal'>({
    id,
    path: `/${id}`,
    title: () => label,
    fields: () => [
      {
        kind: 'radios',
        name: id,
        label,
        hint,
        options: SafetyAnswerSchema.options.map(value => ({
          value,
          label: ANSWERS[value],
        })),
      },
    ],
    read: values =>
      readChoice({
        values,
        field: id,
        among: SafetyAnswerSchema.options,
        message: 'Choose yes, no or “I do not know”',
      }),
    values: answer => oneValue(id, answer),
    next: answers => options.next(answers[id]),
    answer: answer => [{ label, value: ANSWERS[answer] }],
  });
}
