import { adviceAnswerPermission } from '@imsa-hub/advice-common';
import { hasWord, type SearchSource } from '@imsa-hub/search-node';
import type { TemplateService } from '../templates';

/** Templates of replies by their titles, for those who may read them. */
export function createTemplateSource(
  templates: Pick<TemplateService, 'list'>,
): SearchSource {
  return {
    kind: 'advice-templates',
    title: 'Templates of replies',
    order: 60,
    door: adviceAnswerPermission,
    async find({ terms, limit }) {
      const all = await templates.list();
      return all
        .filter(template => terms.every(term => hasWord(template.title, term)))
        .slice(0, limit)
        .map(template => ({
          title: template.title,
          detail: template.retired ? 'Template, retired' : 'Template',
          path: `/advice/templates/${template.id}`,
        }));
    },
  };
}
