import { z } from 'zod';
import type { Role } from '@imsa-hub/core';

/** Where somebody stands in the accredited training. */
export const TRAINING_STAGES = [
  'accredited',
  'trainee',
  'not-an-imsa',
] as const;
export const TrainingSchema = z.enum(TRAINING_STAGES);
export type Training = z.infer<typeof TrainingSchema>;

/** How each stage is written for people. */
export const TRAINING_NAMES: Readonly<Record<Training, string>> = {
  accredited: 'Accredited',
  trainee: 'Trainee',
  'not-an-imsa': 'Not an IMSA',
};

/**
 * How somebody is employed: an IMSA by secondment or external recruitment,
 * everyone else (Hub staff, officers, supervisors, Board members) as staff.
 */
export const EMPLOYMENT_KINDS = ['secondment', 'external', 'staff'] as const;
export const EmploymentKindSchema = z.enum(EMPLOYMENT_KINDS);
export type EmploymentKind = z.infer<typeof EmploymentKindSchema>;

/** How each kind is written for people. */
export const EMPLOYMENT_KIND_NAMES: Readonly<Record<EmploymentKind, string>> = {
  secondment: 'IMSA by secondment',
  external: 'IMSA recruited externally',
  staff: 'Other staff',
};

/** Where an organisation stands in the network. */
export const STANDINGS = ['current', 'suspended', 'left'] as const;
export const StandingSchema = z.enum(STANDINGS);
export type Standing = z.infer<typeof StandingSchema>;

/** How each standing is written for people. */
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  current: 'In the network',
  suspended: 'Suspended',
  left: 'Has left',
};

/**
 * Who may license immigration advice in the United Kingdom: the Immigration
 * Advice Authority and the professional bodies named in section 84 of the
 * Immigration and Asylum Act 1999.
 */
export const REGULATORS = [
  'immigration-advice-authority',
  'solicitors-regulation-authority',
  'bar-standards-board',
  'cilex-regulation',
  'law-society-of-scotland',
  'faculty-of-advocates',
  'law-society-of-northern-ireland',
  'bar-of-northern-ireland',
] as const;
export const RegulatorSchema = z.enum(REGULATORS);
export type Regulator = z.infer<typeof RegulatorSchema>;

/** How each regulator is written for people. */
export const REGULATOR_NAMES: Readonly<Record<Regulator, string>> = {
  'immigration-advice-authority': 'Immigration Advice Authority',
  'solicitors-regulation-authority': 'Solicitors Regulation Authority',
  'bar-standards-board': 'Bar Standards Board',
  'cilex-regulation': 'CILEx Regulation',
  'law-society-of-scotland': 'Law Society of Scotland',
  'faculty-of-advocates': 'Faculty of Advocates',
  'law-society-of-northern-ireland': 'Law Society of Northern Ireland',
  'bar-of-northern-ireland': 'Bar of Northern Ireland',
};

/** Why an employment ended before its planned end, or at it. */
export const END_REASONS = [
  'term-complete',
  'resigned',
  'returned-to-post',
  'organisation-left',
  'conduct',
  'entered-in-error',
  'other',
] as const;
export const EndReasonSchema = z.enum(END_REASONS);
export type EndReason = z.infer<typeof EndReasonSchema>;

/** How each reason is written for people. */
export const END_REASON_NAMES: Readonly<Record<EndReason, string>> = {
  'term-complete': 'The agreed time is over',
  resigned: 'Resigned',
  'returned-to-post': 'Went back to an earlier post',
  'organisation-left': 'The organisation left the network',
  conduct: 'Conduct',
  'entered-in-error': 'Entered by mistake',
  other: 'Another reason',
};

/**
 * Roles that exist only within an employment: when that employment ends, so do
 * they. The others (Board, supervision, running the platform) stand alone.
 */
export const ROLES_WITHIN_EMPLOYMENT: readonly Role[] = [
  'hub-manager',
  'advice-coordinator',
  'senior-imsa',
  'imsa',
  'organisation-officer',
  'meal-analyst',
];

/** Whether the role needs an employment to stand on. */
export function isWithinEmployment(role: Role): boolean {
  return ROLES_WITHIN_EMPLOYMENT.includes(role);
}
