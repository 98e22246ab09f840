/** Everything the guard can recognise, in the order in which kinds win. */
export const FINDING_KINDS = [
  'email',
  'social-handle',
  'national-insurance',
  'home-office-reference',
  'nrm-reference',
  'passport-number',
  'bank-account',
  'date-of-birth',
  'nhs-number',
  'phone',
  'street-address',
  'postcode',
  'car-registration',
  'person-name',
] as const;

/** A kind of identifying text. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * Kinds that belong into a field that asks how somebody is reached: there they
 * are said, and not warned of.
 */
export const REACHING_KINDS: readonly FindingKind[] = [
  'phone',
  'email',
  'social-handle',
];

/**
 * How far the guard is from guessing: `sure` when shape, check digit or the
 * words around it leave little doubt, `likely` otherwise.
 */
export type Certainty = 'sure' | 'likely';

/** One place in a text that could identify somebody. */
export interface Finding {
  kind: FindingKind;
  /** First UTF-16 code unit in the text as it was given. */
  start: number;
  /** One past the last UTF-16 code unit. */
  end: number;
  /** Plain words with an article: "a phone number". */
  label: string;
  /** One sentence: why this should not stay. */
  why: string;
  /** Text to put in its place: "[phone number removed]". */
  suggestion: string;
  certainty: Certainty;
}

/** What a detector hands back; positions are in the canonical text. */
export interface Match {
  kind: FindingKind;
  start: number;
  end: number;
  certainty: Certainty;
}
