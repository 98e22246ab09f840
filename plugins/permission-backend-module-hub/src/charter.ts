import type { Role } from '@imsa-hub/core';

/** What a role sees of one kind of record. */
export type Sight =
  /** Only what the person raised. */
  | 'own'
  /** What the person has a part in, unless conflicted or stepped aside. */
  | 'taking-part'
  /** All but conflicted records and those stepped aside from. */
  | 'independent'
  /** As independent, and what the person opened with a reason. */
  | 'independent-or-opened';

/** What one role may do and see. What is not said is refused. */
export interface RoleCharter {
  /** Names of the basic permissions the role holds. */
  may: readonly string[];
  /** By name of the resource permission: every sight that applies. */
  sees: Readonly<Record<string, readonly Sight[]>>;
}

const READ = 'advice.query.read';
const WORK = 'advice.query.work';
const READ_CASE = 'escalations.escalation.read';
const WORK_CASE = 'escalations.escalation.work';

/**
 * Who may do what. A person with several roles may do what any of them may.
 * Nobody is above the independence rule: even the Hub Manager has to break the
 * glass, and says why.
 */
export const CHARTER: Readonly<Record<Role, RoleCharter>> = {
  'hub-manager': {
    may: [
      'advice.use',
      'advice.ask',
      'advice.log-call',
      'advice.answer',
      'advice.triage',
      'advice.templates',
      'advice.break-glass',
      'advice.retention',
      'network.use',
      'network.manage',
      'escalations.use',
      'escalations.raise',
      'escalations.desk',
      'escalations.manage',
      'escalations.override-consent',
      'escalations.break-glass',
      'escalations.retention',
      'deadlines.use',
      'deadlines.manage',
      'network.subject-access',
      'network.confirm-erasure',
      'search.use',
    ],
    sees: {
      [READ]: ['own', 'independent-or-opened'],
      [WORK]: ['independent-or-opened'],
      [READ_CASE]: ['own', 'independent-or-opened'],
      [WORK_CASE]: ['independent-or-opened'],
    },
  },
  'advice-coordinator': {
    may: [
      'advice.use',
      'advice.ask',
      'advice.log-call',
      'advice.answer',
      'advice.triage',
      'advice.templates',
      'network.use',
      'escalations.use',
      'escalations.raise',
      'deadlines.use',
      'deadlines.manage',
      'search.use',
    ],
    sees: {
      [READ]: ['own', 'independent'],
      [WORK]: ['independent'],
      [READ_CASE]: ['own', 'taking-part'],
      [WORK_CASE]: ['taking-part'],
    },
  },
  'senior-imsa': {
    may: [
      'advice.use',
      'advice.ask',
      'advice.log-call',
      'advice.answer',
      'network.use',
      'escalations.use',
      'escalations.raise',
      'escalations.desk',
      'escalations.override-consent',
      'deadlines.use',
      'search.use',
    ],
    sees: {
      [READ]: ['own', 'independent'],
      [WORK]: ['independent'],
      [READ_CASE]: ['own', 'independent'],
      [WORK_CASE]: ['independent'],
    },
  },
  imsa: {
    may: [
      'advice.use',
      'advice.ask',
      'network.use',
      'escalations.use',
      'escalations.raise',
      'deadlines.use',
      'search.use',
    ],
    sees: {
      [READ]: ['own'],
      [READ_CASE]: ['own', 'taking-part'],
      [WORK_CASE]: ['taking-part'],
    },
  },
  'organisation-officer': { may: ['network.use', 'search.use'], sees: {} },
  'clinical-supervisor': { may: ['search.use'], sees: {} },
  'advisory-board': { may: ['search.use'], sees: {} },
  'meal-analyst': { may: ['search.use'], sees: {} },
  'platform-admin': {
    may: ['search.use', 'network.confirm-erasure'],
    sees: {},
  },
};
