import {
  ChildrenContactsSchema,
  type ChildrenContacts,
} from '@imsa-hub/advice-common';
import { NATIONS, type Nation } from '@imsa-hub/core';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().trim().min(1);

/** Somebody to turn to. */
const ContactSchema = z.strictObject({
  name: words,
  phone: z
    .string()
    .regex(/^[0-9 ]{3,16}$/)
    .optional(),
  hours: words.optional(),
  about: words,
  source: words,
});
export type Contact = z.infer<typeof ContactSchema>;

const byNation = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(z.enum(NATIONS), schema);

const Under18Schema = z.strictObject({
  reviewedOn: z.iso.date(),
  everywhere: z.array(ContactSchema).min(1),
  nations: byNation(
    z.strictObject({ first: words, contacts: z.array(ContactSchema).min(1) }),
  ),
});
export type Under18 = z.infer<typeof Under18Schema>;

const PublicFormSchema = z.strictObject({
  reviewedOn: z.iso.date(),
  helplines: z.array(ContactSchema).min(1),
  tonight: byNation(z.array(ContactSchema).min(1)),
  languages: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
        name: words,
      }),
    )
    .min(1),
});

const readYaml = (folder: string, name: string): unknown =>
  parse(fs.readFileSync(path.join(folder, name), 'utf8'));

/** What the public form takes from the catalog. */
export interface PublicCatalog {
  under18: Under18;
  helplines: readonly Contact[];
  tonight: Readonly<Record<Nation, readonly Contact[]>>;
  languages: ReadonlyArray<{ code: string; name: string }>;
}

/**
 * Reads `under-18.yaml` and `public-form.yaml` of a folder.
 *
 * @throws ZodError that names the entry where one is not as it should be
 */
export function readPublicCatalog(options: { folder: string }): PublicCatalog {
  const read = (name: string) => readYaml(options.folder, name);
  const form = PublicFormSchema.parse(read('public-form.yaml'));
  return {
    under18: Under18Schema.parse(read('under-18.yaml')),
    helplines: form.helplines,
    tonight: form.tonight,
    languages: form.languages,
  };
}

/**
 * Reads `under-18.yaml` of a folder, for pages of the console.
 *
 * @throws ZodError that names the entry where one is not as it should be
 */
export function readChildrenContacts(options: {
  folder: string;
}): ChildrenContacts {
  const { everywhere, nations } = Under18Schema.parse(
    readYaml(options.folder, 'under-18.yaml'),
  );
  return ChildrenContactsSchema.parse({
    everywhere: everywhere.map(contactView),
    nations: Object.fromEntries(
      Object.entries(nations).map(([nation, { first, contacts }]) => [
        nation,
        { first, contacts: contacts.map(contactView) },
      ]),
    ),
  });
}

/** A contact as its template draws it; `tel` is what a phone dials. */
export function contactView(contact: Contact) {
  return {
    name: contact.name,
    about: contact.about,
    phone: contact.phone ?? null,
    tel: contact.phone?.replaceAll(' ', '') ?? null,
    hours: contact.hours ?? null,
  };
}
