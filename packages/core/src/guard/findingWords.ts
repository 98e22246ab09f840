import type { FindingKind } from './finding';

/** What people read about one kind of finding. */
export interface FindingWords {
  label: string;
  plural: string;
  why: string;
  suggestion: string;
}

/** The words for each kind; no suggestion may itself look identifying. */
export const FINDING_WORDS: Readonly<Record<FindingKind, FindingWords>> = {
  email: {
    label: 'an e-mail address',
    plural: 'e-mail addresses',
    why: 'An e-mail address belongs to one person and can be searched for.',
    suggestion: '[e-mail address removed]',
  },
  'social-handle': {
    label: 'a social media account',
    plural: 'social media accounts',
    why: 'An account name leads straight to a person and the people they know.',
    suggestion: '[account name removed]',
  },
  'national-insurance': {
    label: 'a National Insurance number',
    plural: 'National Insurance numbers',
    why: 'A National Insurance number is given to one person for life.',
    suggestion: '[National Insurance number removed]',
  },
  'home-office-reference': {
    label: 'a Home Office or tribunal reference',
    plural: 'Home Office or tribunal references',
    why: 'This reference names one immigration case.',
    suggestion: '[Home Office reference removed]',
  },
  'nrm-reference': {
    label: 'an NRM reference',
    plural: 'NRM references',
    why: 'An NRM reference names one potential victim.',
    suggestion: '[NRM reference removed]',
  },
  'passport-number': {
    label: 'a passport number',
    plural: 'passport numbers',
    why: 'A passport number belongs to one person.',
    suggestion: '[passport number removed]',
  },
  'bank-account': {
    label: 'bank details',
    plural: 'bank details',
    why: 'Bank details belong to one person and can be misused.',
    suggestion: '[bank details removed]',
  },
  'date-of-birth': {
    label: 'a date of birth',
    plural: 'dates of birth',
    why: 'With little else, a date of birth is enough to find somebody.',
    suggestion: '[date of birth removed]',
  },
  'nhs-number': {
    label: 'an NHS number',
    plural: 'NHS numbers',
    why: 'An NHS, CHI or Health and Care number opens one health record.',
    suggestion: '[NHS number removed]',
  },
  phone: {
    label: 'a phone number',
    plural: 'phone numbers',
    why: 'A phone number reaches one person, and whoever watches the phone.',
    suggestion: '[phone number removed]',
  },
  'street-address': {
    label: 'a street address',
    plural: 'street addresses',
    why: 'An address tells where a person can be found.',
    suggestion: '[address removed]',
  },
  postcode: {
    label: 'a postcode',
    plural: 'postcodes',
    why: 'A full postcode is about fifteen homes.',
    suggestion: '[postcode removed]',
  },
  'car-registration': {
    label: 'a car registration',
    plural: 'car registrations',
    why: 'A registration leads to the keeper of one vehicle.',
    suggestion: '[car registration removed]',
  },
  'person-name': {
    label: 'a person’s name',
    plural: 'people’s names',
    why: 'A name, even a first name, can be recognised by somebody reading.',
    suggestion: '[name removed]',
  },
};
