import {
  CalendarDateSchema,
  NationSchema,
  RoleSchema,
  SectorSchema,
} from '@imsa-hub/core';
import {
  AreaSchema,
  CohortSchema,
  EmailSchema,
  EmploymentKindSchema,
  LanguagesSchema,
  NationsSchema,
  OrganisationNameSchema,
  PersonNameSchema,
  RegulationSchema,
  SpecialismsSchema,
  TrainingSchema,
} from '@imsa-hub/network-common';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const KeySchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** An organisation in a file of a network. */
export const OrganisationInFileSchema = z.strictObject({
  key: KeySchema,
  name: OrganisationNameSchema,
  sector: SectorSchema,
  nation: NationSchema,
  area: AreaSchema,
  cohort: CohortSchema.optional(),
  joined: CalendarDateSchema,
});

/** A person in a file of a network. */
export const PersonInFileSchema = z.strictObject({
  key: KeySchema,
  name: PersonNameSchema,
  email: EmailSchema,
  /** One of the people offered to sign in as in the demo. */
  persona: z.boolean().default(false),
  roles: z.array(RoleSchema).min(1),
  /** Key of the employing organisation. */
  organisation: KeySchema,
  kind: EmploymentKindSchema,
  start: CalendarDateSchema,
  training: TrainingSchema,
  regulated: RegulationSchema.optional(),
  nations: NationsSchema,
  specialisms: SpecialismsSchema,
  languages: LanguagesSchema,
});
export type PersonInFile = z.infer<typeof PersonInFileSchema>;

/** A whole network as a file: `catalog/demo/network.yaml`. */
export const NetworkFileSchema = z
  .strictObject({
    organisations: z.array(OrganisationInFileSchema),
    people: z.array(PersonInFileSchema),
  })
  .superRefine(({ organisations, people }, context) => {
    const known = new Set(organisations.map(item => item.key));
    if (known.size !== organisations.length)
      context.addIssue('Two organisations have the same key');
    if (new Set(people.map(item => item.key)).size !== people.length)
      context.addIssue('Two people have the same key');
    for (const person of people) {
      if (!known.has(person.organisation))
        context.addIssue(`${person.key} names an unknown organisation`);
    }
  });
export type NetworkFile = z.infer<typeof NetworkFileSchema>;

/**
 * Reads a file of a network.
 *
 * @param file - absolute path of a YAML file
 * @throws ZodError naming what is wrong with it
 */
export async function loadDemoNetwork(file: string): Promise<NetworkFile> {
  return NetworkFileSchema.parse(parse(await readFile(file, 'utf8')));
}
