/** A limit of the case, as a template sees it. */
export interface CaseTemplateLimit {
  /** What happened: "Told of the homelessness decision". */
  event: string;
  eventDate: string;
  /** What has to be done: "Ask for a review". */
  title: string;
  /** The last day, in words. */
  date: string;
  /**
   * All that the writer has to know of it, working and caution included: what
   * belongs in square brackets, since the last day is not for who decides.
   */
  note: string;
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
  /** What the writer is, as the register has it; empty for who left. */
  writerTitle: string;
  /** Empty where the writer works for no organisation of the register. */
  writerOrganisation: string;
  leadAdvocate: string;
  /** What the lead is, as the register has it: a trainee is shown as one. */
  leadTitle: string;
  /** Empty where nobody leads, or the lead works for no such organisation. */
  leadOrganisation: string;
  subjectOrganisation: string;
  asked: string;
  choice: string;
  justice: string;
  /** Who summoned the advocate as a witness, and when; empty if nobody did. */
  summons: string;
  nrm: string;
  limits: readonly CaseTemplateLimit[];
}

interface Field {
  means: string;
  /**
   * What to say where a template speaks of it and the record has nothing;
   * nothing where that is as it should be.
   */
  missing: string | null;
}

/** What a template can name, with what it stands for. */
export const CASE_FIELDS: Readonly<Record<keyof CaseTemplateView, Field>> = {
  reference: {
    means: 'The reference at the Hub: ESC-7K3M9Q; in square brackets only',
    missing: 'The reference',
  },
  caseReference: {
    means:
      'The IMSA’s own case reference: NG-0412; never a name; in square brackets only',
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
  writerTitle: {
    means:
      'What the writer is: Independent Modern Slavery Advocate, in training or not, or the role at the Hub',
    missing: 'What you are',
  },
  writerOrganisation: {
    means: 'The organisation the writer works for; may be empty',
    missing: 'The organisation you work for',
  },
  leadAdvocate: {
    means: 'The name of the lead IMSA; may be empty',
    missing: 'The lead IMSA: nobody leads this case now',
  },
  leadTitle: {
    means:
      'What the lead IMSA is: Independent Modern Slavery Advocate, in training or not; may be empty',
    missing: 'What the lead IMSA is: they hold no role now',
  },
  leadOrganisation: {
    means: 'The organisation the lead IMSA works for; may be empty',
    missing: 'The organisation that the lead IMSA works for',
  },
  subjectOrganisation: {
    means:
      'The organisation the case is about: often an employer or the service complained of, never whom to write to; in square brackets only; may be empty',
    missing: 'The organisation that the case is about',
  },
  asked: {
    means: 'What is asked of the Hub; in square brackets only',
    missing: 'What is asked of the Hub',
  },
  choice: {
    means:
      'What the survivor chose and wants, in the newest version; in square brackets only',
    missing: 'What the survivor chose and wants',
  },
  justice: {
    means:
      'What justice means to the survivor; in square brackets only; may be empty',
    missing: 'What justice means to the survivor',
  },
  summons: {
    means:
      'Who summoned the advocate as a witness, and when; in square brackets only; mostly empty',
    missing: null,
  },
  nrm: {
    means: 'Where the survivor stands with the National Referral Mechanism',
    missing: 'Where the survivor stands with the National Referral Mechanism',
  },
  limits: {
    means:
      'The limits that the template is about: {{note}} is a note to the writer with working and caution, in square brackets only; {{event}}, {{eventDate}}, {{title}} and {{date}}; within {{#each limits}} … {{/each}}; may be empty',
    missing:
      'The decision and its date: add it to the case as an event, and the last day is worked out',
  },
};

/**
 * What may stand in square brackets only: the survivor's own words, what ties
 * a letter to a case, and what the other side must not be told by accident.
 */
export const KEPT_IN_BRACKETS = [
  'reference',
  'caseReference',
  'subjectOrganisation',
  'asked',
  'choice',
  'justice',
  'summons',
] as const satisfies ReadonlyArray<keyof CaseTemplateView>;

/** An invented case, with which every template is tried out. */
export const exampleCase: CaseTemplateView = {
  reference: 'ESC-7K3M9Q',
  caseReference: 'NG-0412',
  nation: 'England',
  region: 'London',
  areas: 'Housing rights and National Referral Mechanism',
  today: 'Monday 23 November 2026',
  writer: 'Sam Field',
  writerTitle: 'Senior Independent Modern Slavery Advocate',
  writerOrganisation: 'Northgate Advocacy',
  leadAdvocate: 'Ada Okoro',
  leadTitle: 'Independent Modern Slavery Advocate in training',
  leadOrganisation: 'Harbour Advocacy',
  subjectOrganisation: 'Riverside Council',
  asked: 'Can this decision be challenged?',
  choice: 'To stay near her college and be told before anything is sent.',
  justice: 'That somebody says it was wrong.',
  summons: 'from the Crown Court, received Monday 16 November 2026',
  nrm: 'Has been referred already',
  limits: [
    {
      event: 'Told of the homelessness decision',
      eventDate: 'Friday 20 November 2026',
      title: 'Ask for a review of a homelessness decision',
      date: 'Thursday 10 December 2026',
      note: 'Note to you, to take out: the last day is Thursday 10 December 2026.',
    },
  ],
};
