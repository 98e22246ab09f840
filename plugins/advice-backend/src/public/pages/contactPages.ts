import { InterpreterNeedSchema } from '@imsa-hub/advice-common';
import { FormValues } from '@imsa-hub/core-node';
import { oneValue, readText } from '../answerReaders';
import { definePage } from '../definePage';
import type { PublicCatalog } from '../readPublicCatalog';

const INTERPRETER = {
  'not-needed': 'No',
  needed: 'Yes',
  'not-known': 'I do not know yet',
} as const;

const OPTIONAL = 'You can leave this empty.';

/** Who can act, in which language, and how it is safe to answer. */
export function contactPages(options: { catalog: PublicCatalog }) {
  const languages = [
    { code: 'en', name: 'English' },
    ...options.catalog.languages,
  ];
  return [
    definePage({
      id: 'who-can-act',
      path: '/who-can-act',
      title: () => 'Who is already helping?',
      fields: () => [
        {
          kind: 'text',
          name: 'who-can-act',
          label: 'Who is already helping?',
          hint: `Somebody who could act on our advice, by what they do and not by name. For example “support worker” or “solicitor”. ${OPTIONAL}`,
        },
      ],
      read: values => readText({ values, field: 'who-can-act', max: 300 }),
      values: answer => oneValue('who-can-act', answer),
      next: () => 'language',
      answer: answer => [
        { label: 'Who is already helping', value: answer || 'Nobody named' },
      ],
    }),
    definePage({
      id: 'language',
      path: '/language',
      title: () => 'Language',
      fields: () => [
        {
          kind: 'select',
          name: 'language',
          label: 'Which language is easiest for the person?',
          options: languages.map(({ code, name }) => ({
            value: code,
            label: name,
          })),
        },
        {
          kind: 'radios',
          name: 'interpreter',
          label: 'Is an interpreter or a translation needed?',
          hint: 'We write in English unless you ask for something else.',
          options: InterpreterNeedSchema.options.map(value => ({
            value,
            label: INTERPRETER[value],
          })),
        },
      ],
      read(values) {
        const language = languages.find(
          ({ code }) => code === values.one('language'),
        );
        const interpreter = InterpreterNeedSchema.options.find(
          need => need === values.one('interpreter'),
        );
        if (language && interpreter) {
          return { answer: { code: language.code, interpreter } };
        }
        return {
          errors: [
            ...(language
              ? []
              : [{ field: 'language', message: 'Choose a language' }]),
            ...(interpreter
              ? []
              : [
                  {
                    field: 'interpreter',
                    message: 'Choose whether an interpreter is needed',
                  },
                ]),
          ],
        };
      },
      values: ({ code, interpreter }) =>
        new FormValues([
          ['language', [code]],
          ['interpreter', [interpreter]],
        ]),
      next: () => 'safe-contact',
      answer: ({ code, interpreter }) => [
        {
          label: 'Language',
          value: languages.find(one => one.code === code)?.name ?? code,
        },
        { label: 'Interpreter needed', value: INTERPRETER[interpreter] },
      ],
    }),
    definePage({
      id: 'safe-contact',
      path: '/safe-contact',
      title: () => 'Is there anything we should know to reply safely?',
      fields: () => [
        {
          kind: 'textarea',
          name: 'safe-contact',
          label: 'Is there anything we should know to reply safely?',
          hint: `You read our reply on this website with a code, so you do not have to give a phone number or address. If there are times when it is not safe, or you want us to reach you in another way, say so here. It is kept locked. ${OPTIONAL}`,
          rows: 4,
        },
      ],
      read: values => readText({ values, field: 'safe-contact', max: 2_000 }),
      values: answer => oneValue('safe-contact', answer),
      next: () => 'service',
      answer: answer => [
        { label: 'To reply safely', value: answer || 'Nothing to add' },
      ],
    }),
    definePage({
      id: 'service',
      path: '/service',
      title: () => 'Is the question about a service or an employer?',
      fields: () => [
        {
          kind: 'text',
          name: 'service',
          label: 'Is the question about a service or an employer?',
          hint: `If it is about how an organisation has acted, give the organisation’s name, so that we can keep people who work there out of it. ${OPTIONAL}`,
        },
      ],
      read: values => readText({ values, field: 'service', max: 300 }),
      values: answer => oneValue('service', answer),
      next: () => undefined,
      answer: answer => [
        { label: 'About which organisation', value: answer || 'None named' },
      ],
    }),
  ];
}
