import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentTemplate } from '@imsa-hub/advice-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { DocumentTemplateSchema } from './documentTemplateSchema';

const FileSchema = z.strictObject({
  templates: z.array(DocumentTemplateSchema).min(1),
});

/**
 * Reads `advice-templates.yaml` of the catalog folder. Throws `ZodError`, which
 * names the entry and the line, where one does not fit or cannot be filled.
 */
export function loadBuiltInTemplates(folder: string): DocumentTemplate[] {
  const file = path.join(folder, 'advice-templates.yaml');
  return FileSchema.parse(parse(readFileSync(file, 'utf8'))).templates;
}
