/**
 * Who may do what, written down a second time from the description of the
 * product and from nothing else: the check's own opinion, to hold the running
 * hub against. It imports none of the hub's code.
 */
export const ROLES = [
  'hub-manager',
  'advice-coordinator',
  'senior-imsa',
  'imsa',
  'clinical-supervisor',
  'organisation-officer',
  'advisory-board',
  'meal-analyst',
  'platform-admin',
] as const;
export type Role = (typeof ROLES)[number];
export type Caller = Role | 'nobody';

/** How a record stands to whoever asks for it. */
export const RELATIONS = [
  /** Raised by the caller. */
  'own',
  /** Raised by somebody else, and about no employer of the caller. */
  'another',
  /** About the caller's employer. */
  'conflicted',
  /** About the caller's employer, and raised by the caller. */
  'own-conflicted',
  /** About the caller's employer, and opened by break-glass with a reason. */
  'opened',
  /** The caller stepped back from it. */
  'recused',
  /** Never existed. */
  'missing',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The Hub's own people who answer advice. */
const ADVISERS: readonly Role[] = [
  'hub-manager',
  'advice-coordinator',
  'senior-imsa',
];
const ASKERS: readonly Role[] = [...ADVISERS, 'imsa'];
const TRIAGERS: readonly Role[] = ['hub-manager', 'advice-coordinator'];
const MANAGER: readonly Role[] = ['hub-manager'];

/** What a role is for. Platform administrators, analysts and the Board: none of it. */
export const DUTIES = {
  'use the advice line': ASKERS,
  ask: ASKERS,
  'log a call': ADVISERS,
  answer: ADVISERS,
  triage: TRIAGERS,
  'keep templates': TRIAGERS,
  'break the glass': MANAGER,
  'read the register': [...ASKERS, 'organisation-officer'],
  'keep the register': MANAGER,
  'read legal limits': ASKERS,
  'keep legal limits': TRIAGERS,
  'use complex cases': ASKERS,
  'bring a case': ASKERS,
  /** The desk: taking cases on and deciding on them. */
  'take cases on': ['hub-manager', 'senior-imsa'],
  'end the keeping of records': MANAGER,
  /** Of somebody else, with a reason; one's own are everybody's. */
  'export what is held': MANAGER,
  'decide on an erasure': ['hub-manager', 'platform-admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Duty = keyof typeof DUTIES;

/** Whether a role has a duty. */
export function has(caller: Caller, duty: Duty): boolean {
  return (DUTIES[duty] as readonly Caller[]).includes(caller);
}

/**
 * What weighs most: opening what one is held back from, giving out or destroying
 * what is held on people, ending what keeps it, and what others sign in with or
 * may do. It is done only by whoever signed in a short time ago.
 */
export const WEIGHS_MOST: readonly string[] = [
  'post /api/advice/break-glass',
  'post /api/advice/queries/:queryId/destroy',
  'post /api/advice/queries/:queryId/hold',
  'post /api/escalations/break-glass',
  'post /api/escalations/cases/:escalationId/destroy',
  'post /api/escalations/cases/:escalationId/hold',
  'post /api/network/erasures/:erasureId/confirm',
  'post /api/network/erasures/:erasureId/decline',
  'post /api/network/imports',
  'post /api/network/people',
  'post /api/network/people/:personId/erasure',
  'post /api/network/people/:personId/hold/lift',
  'post /api/network/people/:personId/roles',
  'post /api/network/people/:personId/subject-access',
  'put /api/network/people/:personId',
];

/**
 * The independence rule on queries. Whoever raised one keeps what they wrote;
 * nobody works on one that concerns their employer or that they left.
 */
const SEES: Readonly<Record<Relation, readonly Role[]>> = {
  own: ASKERS,
  'own-conflicted': ASKERS,
  another: ADVISERS,
  opened: MANAGER,
  conflicted: [],
  recused: [],
  missing: [],
};
const WORKS: Readonly<Record<Relation, readonly Role[]>> = {
  ...SEES,
  // What somebody asked themselves, others answer.
  own: [],
  'own-conflicted': [],
};

/** Whether a query can be known to somebody at all. */
export function sees(caller: Caller, relation: Relation): boolean {
  return (SEES[relation] as readonly Caller[]).includes(caller);
}

/** Whether a query can be worked on. */
export function works(caller: Caller, relation: Relation): boolean {
  return (WORKS[relation] as readonly Caller[]).includes(caller);
}

/**
 * Whether a query is there for whoever looks beside it: who could take it, a text
 * filled in for it, which one has a reference. One's own is, as long as it is not
 * about one's employer.
 */
export function looksInto(caller: Caller, relation: Relation): boolean {
  if (relation === 'own') return has(caller, 'answer');
  return works(caller, relation);
}

/** How a complex case stands to whoever asks for it. */
export const CASE_RELATIONS = [
  'own',
  'another',
  /** Raised by somebody else, who is the lead, and referred to the caller. */
  'part',
  'conflicted',
  'own-conflicted',
  'opened',
  'recused',
  'missing',
] as const;
export type CaseRelation = (typeof CASE_RELATIONS)[number];

/** Cases are closer than queries: the coordinator sees those with a part in them. */
const SEES_CASES: Readonly<Record<CaseRelation, readonly Role[]>> = {
  own: ASKERS,
  'own-conflicted': ASKERS,
  another: ['hub-manager', 'senior-imsa'],
  part: ASKERS,
  opened: MANAGER,
  conflicted: [],
  recused: [],
  missing: [],
};

/** Whether a case can be known to somebody at all. */
export function seesCase(caller: Caller, relation: CaseRelation): boolean {
  return (SEES_CASES[relation] as readonly Caller[]).includes(caller);
}

/** How a mail of the advice mailbox stands to somebody: as the query it is of. */
export const MAIL_STANDINGS = [
  /** Nobody has logged it yet. */
  'waiting',
  'another',
  'conflicted',
  'opened',
  'recused',
  'missing',
] as const;
export type MailStanding = (typeof MAIL_STANDINGS)[number];

/** Whether a mail can be known to somebody: it waits for all who log calls. */
export function seesMail(caller: Caller, standing: MailStanding): boolean {
  if (!has(caller, 'log a call')) return false;
  return standing === 'waiting' || works(caller, standing);
}

/** People of the register, as they stand to whoever looks for them. */
export type Acquaintance =
  | 'myself'
  | 'imsa-of-my-employer'
  | 'imsa-elsewhere'
  | 'not-an-imsa'
  | 'nobody';

/** Whether somebody's record can be read: officers answer for their own IMSAs only. */
export function knows(caller: Caller, whom: Acquaintance): boolean {
  if (whom === 'nobody' || !has(caller, 'read the register')) return false;
  if (ADVISERS.some(role => role === caller)) return true;
  if (whom === 'imsa-of-my-employer') return true;
  return caller === 'imsa' && whom !== 'not-an-imsa';
}

/** What an answer must be. */
export type Verdict =
  /** Done, or shown. */
  | 'answered'
  /** The caller may know of the record; whether it can be done is for its flow. */
  | 'known'
  /** The caller may know of the record, and is told that this is not for them. */
  | 'told'
  /** Byte for byte what a record is answered with that never existed. */
  | 'as-missing'
  /** This part of the hub is not open to the role. */
  | 'closed'
  /** Sign in first. */
  | 'sign-in'
  /** The same for everybody, signed in or not. */
  | 'public'
  /** There is no such thing for anybody. */
  | 'nowhere';
