/** What a template is filled from. All of it is data, never template text. */
export interface TemplateView {
  reference: string;
  nation: string;
  areas: string;
  received: string;
  today: string;
  adviser: string;
  /** Empty where nobody is named. */
  professional: string;
  limits: readonly { title: string; date: string }[];
}

/** What a template can name, with what it stands for, as its editor shows it. */
export const TEMPLATE_FIELDS: readonly { name: string; means: string }[] = [
  { name: 'reference', means: 'The reference of the query: ADV-7K3M9Q' },
  { name: 'nation', means: 'The nation whose law applies: Scotland' },
  { name: 'areas', means: 'The areas of the query, joined by “and”' },
  { name: 'received', means: 'The day the question came in' },
  { name: 'today', means: 'The day the reply is filled in' },
  { name: 'adviser', means: 'The name of whoever writes the reply' },
  {
    name: 'professional',
    means:
      'The role of who can act on the advice; may be empty, so ask {{#if professional}}',
  },
  {
    name: 'limits',
    means:
      'The legal limits, one after the other in {{#each limits}} … {{/each}}',
  },
  { name: 'title', means: 'Within limits: what has to be done' },
  { name: 'date', means: 'Within limits: the last day for it' },
];

/** An invented query, to see a template filled. */
export const exampleView: TemplateView = {
  reference: 'ADV-7K3M9Q',
  nation: 'England',
  areas: 'Housing rights and Welfare benefits',
  received: 'Friday 20 November 2026',
  today: 'Monday 23 November 2026',
  adviser: 'Sam Field',
  professional: 'housing officer',
  limits: [
    {
      title: 'Ask for a review of a homelessness decision',
      date: 'Friday 11 December 2026',
    },
    {
      title: 'Ask for a negative NRM decision to be reconsidered',
      date: 'Sunday 20 December 2026',
    },
  ],
};
