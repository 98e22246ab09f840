import { ReplyKindSchema } from '@imsa-hub/advice-common';
import { isId, KnowledgeAreaSchema, NationSchema } from '@imsa-hub/core';
import { z } from 'zod';
import { exampleView } from './TemplateView';
import { renderTemplate } from './renderTemplate';

/** A template as a file or a module brings it; its body is tried out. */
export const DocumentTemplateSchema = z.strictObject({
  id: z.string().refine(isId, 'Give a lower-case ULID'),
  title: z.string().trim().min(1).max(120),
  nations: z.array(NationSchema).default([]),
  areas: z.array(KnowledgeAreaSchema).default([]),
  kind: ReplyKindSchema,
  version: z.int().min(1),
  body: z.string().superRefine((body, context) => {
    const { problem } = renderTemplate({ body, view: exampleView });
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
});
