import { ASKER_KINDS, type AskerKind } from '@imsa-hub/advice-common';
import { NATIONS, NATION_NAMES } from '@imsa-hub/core';
import { FormValues } from '@imsa-hub/core-node';
import { oneValue, readChoice } from '../answerReaders';
import { definePage } from '../definePage';
import { contactView, type PublicCatalog } from '../readPublicCatalog';

const WHO: Readonly<Record<AskerKind, { label: string; hint?: string }>> = {
  survivor: {
    label: 'I am asking for myself',
    hint: 'You have been, or may have been, exploited. You do not need to prove it, and you do not need an NRM decision.',
  },
  'other-professional': {
    label: 'I work with, or help, the person',
    hint: 'For example a support worker, solicitor, health worker, friend or volunteer',
  },
  'employing-organisation': {
    label: 'I work for an organisation that employs an IMSA',
    hint: 'An IMSA is an Independent Modern Slavery Advocate',
  },
  imsa: { label: 'I am an IMSA' },
};
const ORDER: readonly AskerKind[] = [
  'survivor',
  'other-professional',
  'employing-organisation',
  'imsa',
];

/** Who asks, where the person is, and how old. */
export function personPages(options: {
  catalog: PublicCatalog;
  /** Where people of the network sign in. */
  consoleUrl: string;
}) {
  const { catalog, consoleUrl } = options;
  const everywhere = catalog.under18.everywhere.map(contactView);
  const childContacts = (
    nation: keyof PublicCatalog['under18']['nations'],
  ) => ({
    first: catalog.under18.nations[nation].first,
    contacts: catalog.under18.nations[nation].contacts.map(contactView),
    everywhere,
  });
  return [
    definePage({
      id: 'who',
      path: '/who',
      title: () => 'Who is asking?',
      fields: () => [
        {
          kind: 'radios',
          name: 'who',
          label: 'Who is asking?',
          options: ORDER.map(value => ({ value, ...WHO[value] })),
        },
      ],
      read: values =>
        readChoice({
          values,
          field: 'who',
          among: ASKER_KINDS,
          message: 'Choose who is asking',
        }),
      values: answer => oneValue('who', answer),
      next: ({ who }) => (who === 'imsa' ? 'sign-in' : 'nation'),
      answer: answer => [{ label: 'Who is asking', value: WHO[answer].label }],
    }),
    definePage({
      id: 'sign-in',
      path: '/sign-in-instead',
      title: () => 'You can ask in the hub instead',
      lead: () => [
        'When you sign in, the advice line knows your organisation and your reply comes to you in the hub, with no code to keep.',
      ],
      fields: () => [],
      insert: () => ({ partial: 'signIn', view: { consoleUrl } }),
      continueLabel: 'Ask here anyway',
      read: () => ({ answer: 'seen' }),
      values: () => new FormValues(),
      next: () => 'nation',
    }),
    definePage({
      id: 'nation',
      path: '/nation',
      title: () => 'Where is the person now?',
      fields: () => [
        {
          kind: 'radios',
          name: 'nation',
          label: 'Where is the person now?',
          hint: 'The law is different in each nation. We do not need to know the town.',
          options: NATIONS.map(value => ({
            value,
            label: NATION_NAMES[value],
          })),
        },
      ],
      read: values =>
        readChoice({
          values,
          field: 'nation',
          among: NATIONS,
          message: 'Choose the nation where the person is now',
        }),
      values: answer => oneValue('nation', answer),
      next: () => 'age',
      answer: answer => [
        { label: 'Where the person is', value: NATION_NAMES[answer] },
      ],
    }),
    definePage({
      id: 'age',
      path: '/age',
      title: () => 'Is the person under 18?',
      fields: () => [
        {
          kind: 'radios',
          name: 'age',
          label: 'Is the person under 18?',
          hint: 'We advise on adults. For a child there are people whose duty it is to help, and we will show you who.',
          options: [
            { value: 'no', label: 'No, 18 or over' },
            { value: 'yes', label: 'Yes, under 18' },
            { value: 'not-known', label: 'I do not know, or it is disputed' },
          ],
        },
      ],
      read: values =>
        readChoice({
          values,
          field: 'age',
          among: ['yes', 'no', 'not-known'] as const,
          message: 'Choose whether the person is under 18',
        }),
      values: answer => oneValue('age', answer),
      next: ({ age }) => {
        if (age === 'yes') return 'children';
        return age === 'not-known' ? 'maybe-child' : 'question';
      },
      answer: answer => [
        {
          label: 'Under 18',
          value: answer === 'no' ? 'No, 18 or over' : 'Not known',
        },
      ],
    }),
    definePage({
      id: 'children',
      path: '/children',
      title: () => 'These people help children',
      lead: () => [
        'The advice line works with adults, so we do not take this question. Nothing you entered is kept.',
      ],
      fields: () => [],
      insert: ({ nation = 'england' }) => ({
        partial: 'children',
        view: childContacts(nation),
      }),
      ends: true,
      read: () => ({ answer: 'seen' }),
      values: () => new FormValues(),
      next: () => undefined,
    }),
    definePage({
      id: 'maybe-child',
      path: '/maybe-child',
      title: () => 'If the person may be under 18',
      lead: () => [
        'Somebody who there is reason to think is under 18 should be treated as a child until their age has been settled. These are the people to turn to.',
        'If the person is an adult, or is being treated as one and that is what you are asking about, you can go on.',
      ],
      fields: () => [],
      insert: ({ nation = 'england' }) => ({
        partial: 'children',
        view: childContacts(nation),
      }),
      continueLabel: 'Go on with the question',
      read: () => ({ answer: 'seen' }),
      values: () => new FormValues(),
      next: () => 'question',
    }),
  ];
}
