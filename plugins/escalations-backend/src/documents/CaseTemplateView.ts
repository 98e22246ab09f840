/** A limit of the case, as a template sees it. */
export interface CaseTemplateLimit {
  /** What happened: "Told of the homelessness decision". */
  event: string;
  eventDate: string;
  /** What has to be done: "Ask for a review". */
  title: string;
  /** The last day, in words. */
  date: string;
}

/** What a template of a document is filled from. All of it is data. */
export interface CaseTemplateView {
  reference: string;
  caseReference: string;
  nation: string;
  region: string;
  areas: string;
  today: string;
  writer: string;
  /** Empty where the writer works for no organisation of the register. */
  writerOrganisation: string;
  leadAdvocate: string;
  /** Empty where nobody leads, or the lead works for no such organisation. */
  leadOrganisation: string;
  subjectOrganisation: string;
  asked: string;
  choice: string;
  justice: string;
  nrm: string;
  limits: readonly CaseTemplateLimit[];
}

interface Field {
  means: string;
  /** What to say where a template speaks of it and the record has nothing. */
  missing: string;
}

/** What a template can name, with what it stands for. */
export const CASE_FIELDS: Readonly<Record<keyof CaseTemplateView, Field>> = {
  reference: {
    means: 'The reference at the Hub: ESC-7K3M9Q',
    missing: 'The reference',
  },
  caseReference: {
    means: 'The IMSA’s own case reference: NG-0412; never a name',
    missing: 'The case reference',
  },
  nation: { means: 'The nation whose law applies', missing: 'The nation' },
  region: {
    means: 'The part of the country',
    missing: 'The part of the country',
  },
  areas: {
    means: 'The knowledge areas, joined by “and”',
    missing: 'Knowledge areas',
  },
  today: { means: 'The day on which it is filled in', missing: 'The day' },
  writer: { means: 'The name of whoever fills it in', missing: 'Your name' },
  writerOrganisation: {
    means: 'The organisation the writer works for; may be empty',
    missing: 'The organisation you work for',
  },
  leadAdvocate: {
    means: 'The name of the lead IMSA; may be empty',
    missing: 'The lead IMSA: nobody leads this case now',
  },
  leadOrganisation: {
    means: 'The organisation the lead IMSA works for; may be empty',
    missing: 'The organisation that the lead IMSA works for',
  },
  subjectOrganisation: {
    means: 'The organisation the case is about; may be empty',
    missing:
      'Whom it is addressed to: the case names no organisation that it is about',
  },
  asked: {
    means: 'What is asked of the Hub',
    missing: 'What is asked of the Hub',
  },
  choice: {
    means: 'What the survivor chose and wants, in the newest version',
    missing: 'What the survivor chose and wants',
  },
  justice: {
    means: 'What justice means to the survivor; may be empty',
    missing: 'What justice means to the survivor',
  },
  nrm: {
    means: 'Where the survivor stands with the National Referral Mechanism',
    missing: 'Where the survivor stands with the National Referral Mechanism',
  },
  limits: {
    means:
      'The limits that the template is about: {{event}}, {{eventDate}}, {{title}} and {{date}} within {{#each limits}} … {{/each}}; may be empty',
    missing:
      'The decision and its date: add it to the case as an event, and the last day is worked out',
  },
};

/** An invented case, with which every template is tried out. */
export const exampleCase: CaseTemplateView = {
  reference: 'ESC-7K3M9Q',
  caseReference: 'NG-0412',
  nation: 'England',
  region: 'London',
  areas: 'Housing rights and National Referral Mechanism',
  today: 'Monday 23 November 2026',
  writer: 'Sam Field',
  writerOrganisation: 'Northgate Advocacy',
  leadAdvocate: 'Ada Okoro',
  leadOrganisation: 'Harbour Advocacy',
  subjectOrganisation: 'Riverside Council',
  asked: 'Can this decision be challenged?',
  choice: 'To stay near her college and be told before anything is sent.',
  justice: 'That somebody says it was wrong.',
  nrm: 'Has been referred already',
  limits: [
    {
      event: 'Told of the homelessness decision',
      eventDate: 'Friday 20 November 2026',
      title: 'Ask for a review of a homelessness decision',
      date: 'Thursday 10 December 2026',
    },
  ],
};
