/**
 * Who may do what to a complex case in which state, written down a second time
 * from the description of the product and from nothing else: the check's own
 * opinion, to hold the table of the hub against. It imports none of its code.
 */
export type State =
  | 'draft'
  | 'raised'
  | 'returned'
  | 'accepted'
  | 'in-progress'
  | 'waiting'
  | 'resolved'
  | 'closed'
  | 'withdrawn';

/** Who somebody is, and what they are to the case. */
export interface Person {
  role:
    | 'hub-manager'
    | 'advice-coordinator'
    | 'senior-imsa'
    | 'imsa'
    | 'clinical-supervisor'
    | 'organisation-officer'
    | 'advisory-board'
    | 'meal-analyst'
    | 'platform-admin'
    | 'nobody';
  raised: boolean;
  leads: boolean;
  /** Asked to lead it from now on. */
  takesOver: boolean;
  /** Has it at the Hub. */
  handles: boolean;
  /** Asked for a second opinion that is not there yet. */
  advises: boolean;
  /** Has it because it was referred to them. */
  referred: boolean;
}

/** How a case stands. */
export interface Standing {
  state: State;
  level: 'senior-imsa' | 'hub-manager' | 'outside-specialist';
  /** The survivor agrees that it is discussed, or somebody decided that it is. */
  agreed: boolean;
  /** Somebody leads it; the last one may have left. */
  led: boolean;
  opinionOpen: boolean;
  handover: 'none' | 'offered' | 'accepted';
  /** A spend that waits for a decision, and whose wish it is. */
  spend: 'none' | 'own' | 'of others';
}

/** What has to come of it. */
export type Opinion =
  | { verdict: 'sign-in' | 'missing' | 'refused' }
  | { verdict: 'done'; to: State };

interface Rule {
  in: readonly State[];
  /** Where it leads; it stays where it is without. */
  to?: State;
  /** For the desk alone: to others it is as if it were not there. */
  ofTheDesk?: true;
  by(person: Person, standing: Standing): boolean;
  /** Has to be settled before. */
  unless?(standing: Standing): boolean;
}

const WORKED_ON: State[] = ['accepted', 'in-progress', 'waiting', 'resolved'];
const OPEN: State[] = ['raised', 'returned', ...WORKED_ON];

const manager = ({ role }: Person) => role === 'hub-manager';
const desk = (person: Person) =>
  person.role === 'senior-imsa' || manager(person);
const raiser = ({ raised }: Person) => raised;
const lead = ({ leads }: Person) => leads;
const handler = ({ handles }: Person) => handles;
const handlerOrManager = (person: Person) => handler(person) || manager(person);
const bringers = (person: Person) => raiser(person) || lead(person);
/** Where nobody leads it any more, the Hub Manager stands in for them. */
const endsAndBegins = (person: Person, { led }: Standing) =>
  bringers(person) || (!led && manager(person));
/** The lead IMSA, who has it at the Hub, and the Hub Manager. */
const owners = (person: Person) => lead(person) || handlerOrManager(person);
const bothLeads = (person: Person) =>
  lead(person) || person.takesOver || manager(person);
const anybody = () => true;

/** Nobody decides on what they brought, and no one beneath the level of a case. */
const decides = (person: Person, { level }: Standing) =>
  desk(person) && !bringers(person) && atLevel(person, level);
/** From the Hub Manager's level on, deciding is the Hub Manager's alone. */
const atLevel = (person: Person, level: Standing['level']) =>
  level === 'senior-imsa' || manager(person);
const gives = (person: Person, { level }: Standing) =>
  desk(person) && atLevel(person, level);
const runs = (person: Person, { level }: Standing) =>
  handlerOrManager(person) && atLevel(person, level);

/** Sharing it with more people waits for agreement, or for a decision. */
const notAgreed = ({ agreed }: Standing) => !agreed;
const topOrNotAgreed = ({ agreed, level }: Standing) =>
  !agreed || level === 'outside-specialist';
const opinion = ({ opinionOpen }: Standing) => opinionOpen;
const handover = (standing: Standing) => standing.handover !== 'none';
const anythingOpen = (standing: Standing) =>
  opinion(standing) || handover(standing) || standing.spend !== 'none';

const work = { in: WORKED_ON } as const;
const always = { in: OPEN } as const;
const ofTheDesk = true;

/** By action, as the product describes it. More than one where states differ. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  submit: [{ in: ['draft', 'returned'], to: 'raised', by: raiser }],
  accept: [{ in: ['raised'], to: 'accepted', ofTheDesk, by: decides }],
  return: [{ in: ['raised'], to: 'returned', ofTheDesk, by: decides }],
  assign: [
    { in: ['raised'], to: 'accepted', ofTheDesk, by: decides },
    { ...work, ofTheDesk, by: gives, unless: opinion },
  ],
  refer: [{ ...work, ofTheDesk, by: runs, unless: notAgreed }],
  transfer: [{ ...work, ofTheDesk, by: handler, unless: opinion }],
  'raise-level': [
    { in: ['raised'], ofTheDesk, by: decides, unless: topOrNotAgreed },
    { ...work, ofTheDesk, by: runs, unless: topOrNotAgreed },
  ],
  'lower-level': [
    {
      in: ['raised', ...WORKED_ON],
      ofTheDesk,
      by: gives,
      unless: ({ level }) => level === 'senior-imsa',
    },
  ],
  start: [{ in: ['accepted'], to: 'in-progress', ofTheDesk, by: handler }],
  wait: [
    { in: ['in-progress'], to: 'waiting', ofTheDesk, by: handlerOrManager },
  ],
  resume: [{ in: ['waiting', 'resolved'], to: 'in-progress', by: owners }],
  resolve: [
    {
      in: ['in-progress', 'waiting'],
      to: 'resolved',
      ofTheDesk,
      by: runs,
      unless: handover,
    },
  ],
  close: [
    {
      in: ['resolved'],
      to: 'closed',
      ofTheDesk,
      by: (person, standing) => runs(person, standing) && !bringers(person),
      unless: anythingOpen,
    },
  ],
  withdraw: [
    {
      in: ['raised', 'returned', 'accepted', 'in-progress', 'waiting'],
      to: 'withdrawn',
      by: endsAndBegins,
      unless: anythingOpen,
    },
  ],
  reopen: [
    {
      in: ['closed'],
      to: 'in-progress',
      by: person => owners(person) || desk(person),
    },
    { in: ['withdrawn'], to: 'raised', by: endsAndBegins },
  ],
  // Also from what has ended.
  recuse: [{ in: [...OPEN, 'closed', 'withdrawn'], by: anybody }],
  'record-consent': [{ ...always, by: owners }],
  'override-consent': [
    {
      ...always,
      ofTheDesk,
      by: person => desk(person) && !bringers(person) && !handler(person),
      unless: ({ agreed }) => agreed,
    },
  ],
  note: [{ ...always, by: anybody }],
  // Staff cannot overwrite what the survivor chose, nor meet them in her place.
  'record-choice': [{ ...always, by: lead }],
  'add-encounter': [{ ...always, by: lead }],
  'add-event': [{ ...always, by: owners }],
  'correct-event': [{ ...always, by: owners }],
  'add-request': [{ ...always, by: owners }],
  'answer-request': [{ ...always, by: owners }],
  'set-organisation': [{ ...always, by: handlerOrManager }],
  'change-fact': [{ ...work, by: owners }],
  'add-task': [{ ...work, by: anybody }],
  'settle-task': [{ ...work, by: anybody }],
  'check-safety': [{ ...work, by: anybody }],
  upload: [{ ...work, by: anybody }],
  'write-document': [{ ...work, by: owners, unless: notAgreed }],
  'ask-opinion': [{ ...work, by: owners, unless: notAgreed }],
  'give-opinion': [
    { ...work, by: ({ advises }) => advises, unless: notAgreed },
  ],
  'offer-handover': [
    {
      ...work,
      by: person => lead(person) || manager(person),
      unless: handover,
    },
  ],
  'accept-handover': [
    {
      ...always,
      by: ({ takesOver }) => takesOver,
      unless: standing => standing.handover !== 'offered',
    },
  ],
  'complete-handover': [
    {
      ...always,
      by: bothLeads,
      unless: standing => standing.handover !== 'accepted',
    },
  ],
  'cancel-handover': [
    {
      ...always,
      by: bothLeads,
      unless: standing => standing.handover === 'none',
    },
  ],
  'propose-spend': [{ ...work, by: owners }],
  // Nobody decides on their own.
  'decide-spend': [
    {
      ...work,
      ofTheDesk,
      by: gives,
      unless: ({ spend }) => spend !== 'of others',
    },
  ],
};

/**
 * What is never done without saying why: whatever takes something from somebody,
 * gives it to somebody else, decides, stops or ends it, or puts something right.
 * Where a form asks for more than a reason (a wait its kind, an outcome its why),
 * the reason is among it.
 */
const WITH_REASON: ReadonlySet<string> = new Set([
  'return',
  'withdraw',
  'assign',
  'refer',
  'transfer',
  'raise-level',
  'lower-level',
  'wait',
  'resume',
  'resolve',
  'reopen',
  'recuse',
  'record-consent',
  'override-consent',
  'change-fact',
  'correct-event',
  'set-organisation',
  'offer-handover',
  'cancel-handover',
  'decide-spend',
]);

/** Whether the product wants a reason for an action, whatever the state. */
export const needsReason = (action: string): boolean => WITH_REASON.has(action);

const USERS = ['hub-manager', 'advice-coordinator', 'senior-imsa', 'imsa'];

/** Whether somebody may know of a case at all. */
function knows(person: Person): boolean {
  if (!USERS.includes(person.role)) return false;
  const hasPart =
    bringers(person) ||
    handler(person) ||
    person.takesOver ||
    person.advises ||
    person.referred;
  return desk(person) || hasPart;
}

/** What has to come of somebody's try. */
export function opinionOf(input: {
  person: Person;
  standing: Standing;
  action: string;
}): Opinion {
  const { person, standing, action } = input;
  if (person.role === 'nobody') return { verdict: 'sign-in' };
  if (!knows(person)) return { verdict: 'missing' };
  // A draft is its author's alone.
  if (action === 'submit' && !raiser(person)) return { verdict: 'missing' };
  const rules = RULES[action] ?? [];
  if (rules.some(rule => rule.ofTheDesk) && !desk(person)) {
    return { verdict: 'missing' };
  }
  const rule = rules.find(one => one.in.includes(standing.state));
  return rule && rule.by(person, standing) && !rule.unless?.(standing)
    ? { verdict: 'done', to: rule.to ?? standing.state }
    : { verdict: 'refused' };
}
