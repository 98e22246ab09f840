import type { CaseTemplate } from '@imsa-hub/escalations-node';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { BuiltInCaseTemplateSchema } from './caseTemplateSchema';

/**
 * Reads `case-templates/` of the catalog folder, a file for each template.
 *
 * @throws Error that names the file and what to mend in it
 */
export function loadCaseTemplates(catalogFolder: string): CaseTemplate[] {
  const folder = path.join(catalogFolder, 'case-templates');
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const read = BuiltInCaseTemplateSchema.safeParse(
        parse(readFileSync(path.join(folder, file), 'utf8')),
      );
      if (read.success && `${read.data.id}.yaml` === file) return read.data;
      throw new Error(
        `catalog/case-templates/${file} cannot be used: ${
          read.error
            ? z.prettifyError(read.error)
            : 'its id is not the name of the file'
        }`,
      );
    });
}
