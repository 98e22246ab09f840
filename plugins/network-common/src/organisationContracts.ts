import {
  CalendarDateSchema,
  CursorSchema,
  IdSchema,
  NationSchema,
  SectorSchema,
  VersionSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import {
  AreaSchema,
  CohortSchema,
  OrganisationNameSchema,
} from './registerFields';
import { StandingSchema } from './registerWords';
import { PageSizeSchema } from './paging';

/** `GET /organisations`. */
export const OrganisationListQuerySchema = z.strictObject({
  nation: NationSchema.optional(),
  sector: SectorSchema.optional(),
  cursor: CursorSchema.optional(),
  limit: PageSizeSchema,
});
export type OrganisationListQuery = z.infer<typeof OrganisationListQuerySchema>;

/** `POST /organisations`. */
export const CreateOrganisationSchema = z.strictObject({
  name: OrganisationNameSchema,
  sector: SectorSchema,
  nation: NationSchema,
  area: AreaSchema,
  cohort: CohortSchema.optional(),
  joinedOn: CalendarDateSchema,
});
export type CreateOrganisation = z.infer<typeof CreateOrganisationSchema>;

/** `PUT /organisations/:organisationId`. The version is the one that was read. */
export const EditOrganisationSchema = z.strictObject({
  ...CreateOrganisationSchema.shape,
  version: VersionSchema,
  standing: StandingSchema,
  leftOn: CalendarDateSchema.optional(),
});
export type EditOrganisation = z.infer<typeof EditOrganisationSchema>;

/** What may be done with an organisation's record. */
export const OrganisationActionSchema = z.enum(['edit']);

/** An organisation in a list. Fields a reader may not see are absent. */
export const OrganisationSummarySchema = z.object({
  id: IdSchema,
  name: z.string(),
  sector: SectorSchema,
  nation: NationSchema,
  area: z.string(),
  standing: StandingSchema,
});
export type OrganisationSummary = z.infer<typeof OrganisationSummarySchema>;

/** An organisation's record. */
export const OrganisationRecordSchema = OrganisationSummarySchema.extend({
  cohort: z.string().optional(),
  joinedOn: CalendarDateSchema.optional(),
  leftOn: CalendarDateSchema.optional(),
  version: VersionSchema.optional(),
  allowedActions: z.array(OrganisationActionSchema),
});
export type OrganisationRecord = z.infer<typeof OrganisationRecordSchema>;

/** Answer of `GET /organisations`. */
export const OrganisationPageSchema = z.object({
  items: z.array(OrganisationSummarySchema),
  nextCursor: z.string().optional(),
});
export type OrganisationPage = z.infer<typeof OrganisationPageSchema>;
