import {
  KnowledgeAreaSchema,
  NationSchema,
  textOutsidePlaces,
} from '@imsa-hub/core';
import { fillTemplate } from '@imsa-hub/core-node';
import { DOCUMENT_TEXT } from '@imsa-hub/escalations-common';
import { z } from 'zod';
import { exampleCase, KEPT_IN_BRACKETS } from './CaseTemplateView';

/** A template as a file or a module brings it; its body is tried out. */
export const CaseTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'Use words-with-hyphens'),
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().min(1).max(300),
  nations: z.array(NationSchema),
  areas: z.array(KnowledgeAreaSchema),
  rules: z.array(z.string()).optional(),
  version: z.int().min(1),
  sources: z.array(z.string().trim().min(1)).optional(),
  reviewedOn: z.iso.date().optional(),
  body: z
    .string()
    .regex(/^\[Draft[^\]\n]*\]/, 'Begin with a line in brackets: [Draft …]')
    .superRefine((body, context) => {
      const { problem } = fillTemplate({
        body,
        view: exampleCase,
        example: exampleCase,
        longest: DOCUMENT_TEXT,
      });
      const message = problem ?? saidOutsideBrackets(body);
      if (message) context.addIssue({ code: 'custom', message });
    }),
});

/** One of the hub's own: it says what it rests on, and when it was read. */
export const BuiltInCaseTemplateSchema = CaseTemplateSchema.required({
  sources: true,
  reviewedOn: true,
});

/** The first field that a letter would carry unless somebody took it out. */
function saidOutsideBrackets(body: string): string | undefined {
  const [marked, note] = ['«marked»', '«note»'];
  const { text = '' } = fillTemplate({
    body,
    view: {
      ...exampleCase,
      ...Object.fromEntries(
        KEPT_IN_BRACKETS.map(name => [name, `${marked}${name}`]),
      ),
      limits: exampleCase.limits.map(limit => ({ ...limit, note })),
    },
    example: exampleCase,
    longest: DOCUMENT_TEXT,
  });
  const outside = textOutsidePlaces(text);
  const name = outside.includes(note)
    ? 'note'
    : KEPT_IN_BRACKETS.find(field => outside.includes(`${marked}${field}`));
  return name && `Put {{${name}}} in square brackets, with what to do about it`;
}
