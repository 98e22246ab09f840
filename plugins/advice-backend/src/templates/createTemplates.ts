import { createRegistry, type DocumentTemplate } from '@imsa-hub/advice-node';
import { z } from 'zod';
import { DocumentTemplateSchema } from './documentTemplateSchema';

/**
 * The templates that come with the Hub and with modules. `addTemplate` throws
 * on an id in use and on a template that cannot be filled.
 */
export function createTemplates(builtIn: readonly DocumentTemplate[]): {
  addTemplate(template: DocumentTemplate): void;
  templates(): readonly DocumentTemplate[];
} {
  const registry = createRegistry<DocumentTemplate>({
    what: 'template',
    builtIn,
  });
  return {
    addTemplate(template) {
      const checked = DocumentTemplateSchema.safeParse(template);
      if (!checked.success) {
        throw new Error(
          `The template "${template.title}" cannot be used: ${z.prettifyError(checked.error)}`,
        );
      }
      registry.add(checked.data);
    },
    templates: registry.all,
  };
}
