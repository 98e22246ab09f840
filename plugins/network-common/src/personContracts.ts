import {
  CalendarDateSchema,
  CursorSchema,
  IdSchema,
  NationSchema,
  RoleSchema,
  SpecialismSchema,
  VersionSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import { PageSizeSchema } from './paging';
import {
  EmailSchema,
  LanguagesSchema,
  NationsSchema,
  oneLine,
  PersonNameSchema,
  RegulationNumberSchema,
  SpecialismsSchema,
} from './registerFields';
import {
  EmploymentKindSchema,
  EndReasonSchema,
  RegulatorSchema,
  TrainingSchema,
} from './registerWords';

/** A licence to give immigration advice, to the last day it holds. */
export const RegulationSchema = z.strictObject({
  regulator: RegulatorSchema,
  number: RegulationNumberSchema,
  validUntil: CalendarDateSchema,
});
export type Regulation = z.infer<typeof RegulationSchema>;

/** `POST /people/search`: by POST, so that no name stands in an address. */
export const PeopleSearchSchema = z.strictObject({
  name: oneLine({ max: 120, empty: 'Enter part of a name' }).optional(),
  role: RoleSchema.optional(),
  organisationId: IdSchema.optional(),
  specialism: SpecialismSchema.optional(),
  nation: NationSchema.optional(),
  /** Also people who have left; for those who keep the register. */
  includeFormer: z.boolean().default(false),
  cursor: CursorSchema.optional(),
  limit: PageSizeSchema,
});
export type PeopleSearch = z.infer<typeof PeopleSearchSchema>;

/** `POST /people`. */
export const CreatePersonSchema = z.strictObject({
  displayName: PersonNameSchema,
  email: EmailSchema,
  training: TrainingSchema,
  regulation: RegulationSchema.optional(),
  nations: NationsSchema,
  specialisms: SpecialismsSchema,
  languages: LanguagesSchema,
});
export type CreatePerson = z.infer<typeof CreatePersonSchema>;

/** `PUT /people/:personId`. The version is the one that was read. */
export const EditPersonSchema = z.strictObject({
  ...CreatePersonSchema.shape,
  version: VersionSchema,
});
export type EditPerson = z.infer<typeof EditPersonSchema>;

/** `POST /people/:personId/employments`. Ends are the first day no longer employed. */
export const StartEmploymentSchema = z.strictObject({
  version: VersionSchema,
  organisationId: IdSchema,
  kind: EmploymentKindSchema,
  startedOn: CalendarDateSchema,
  plannedEndOn: CalendarDateSchema.optional(),
});
export type StartEmployment = z.infer<typeof StartEmploymentSchema>;

/** `POST /people/:personId/employments/:employmentId/end`. */
export const EndEmploymentSchema = z.strictObject({
  version: VersionSchema,
  endedOn: CalendarDateSchema,
  reason: EndReasonSchema,
});
export type EndEmployment = z.infer<typeof EndEmploymentSchema>;

/** `POST /people/:personId/roles`. */
export const GrantRoleSchema = z.strictObject({
  version: VersionSchema,
  role: RoleSchema,
  /** The employment it stands on; required for the roles that need one. */
  employmentId: IdSchema.optional(),
  fromOn: CalendarDateSchema,
  untilOn: CalendarDateSchema.optional(),
});
export type GrantRole = z.infer<typeof GrantRoleSchema>;

/** `POST /people/:personId/roles/:grantId/end`: from that day on not held. */
export const EndRoleSchema = z.strictObject({
  version: VersionSchema,
  untilOn: CalendarDateSchema,
});
export type EndRole = z.infer<typeof EndRoleSchema>;

/** What may be done with a person's record. */
export const PersonActionSchema = z.enum([
  'edit',
  'grant-role',
  'end-role',
  'start-employment',
  'end-employment',
  'end-sessions',
]);
export type PersonAction = z.infer<typeof PersonActionSchema>;

/** One employment as a reader sees it; what they may not see is absent. */
export const EmploymentViewSchema = z.object({
  id: IdSchema,
  organisationId: IdSchema,
  organisationName: z.string(),
  kind: EmploymentKindSchema.optional(),
  startedOn: CalendarDateSchema.optional(),
  plannedEndOn: CalendarDateSchema.optional(),
  endedOn: CalendarDateSchema.optional(),
  endReason: EndReasonSchema.optional(),
  current: z.boolean(),
});
export type EmploymentView = z.infer<typeof EmploymentViewSchema>;

/** One role as a reader sees it. */
export const RoleGrantViewSchema = z.object({
  id: IdSchema,
  role: RoleSchema,
  employmentId: IdSchema.optional(),
  fromOn: CalendarDateSchema,
  untilOn: CalendarDateSchema.optional(),
  current: z.boolean(),
});
export type RoleGrantView = z.infer<typeof RoleGrantViewSchema>;

/**
 * A person in a list. An employer sees name, training and dates; an IMSA sees
 * the directory; only those who keep the register see an address.
 */
export const PersonSummarySchema = z.object({
  id: IdSchema,
  displayName: z.string(),
  training: TrainingSchema,
  active: z.boolean(),
  employments: z.array(EmploymentViewSchema),
  roles: z.array(RoleSchema).optional(),
  nations: z.array(NationSchema).optional(),
  specialisms: z.array(SpecialismSchema).optional(),
  languages: z.array(z.string()).optional(),
  regulatedForImmigration: z.boolean().optional(),
});
export type PersonSummary = z.infer<typeof PersonSummarySchema>;

/** A person's record. */
export const PersonRecordSchema = PersonSummarySchema.extend({
  email: z.string().optional(),
  regulation: RegulationSchema.optional(),
  grants: z.array(RoleGrantViewSchema).optional(),
  version: VersionSchema.optional(),
  /** Their details were replaced by a pseudonym; for who keeps the register. */
  erased: z.boolean().optional(),
  allowedActions: z.array(PersonActionSchema),
});
export type PersonRecord = z.infer<typeof PersonRecordSchema>;

/** Answer of `POST /people/search`. */
export const PeoplePageSchema = z.object({
  items: z.array(PersonSummarySchema),
  nextCursor: z.string().optional(),
});
export type PeoplePage = z.infer<typeof PeoplePageSchema>;
