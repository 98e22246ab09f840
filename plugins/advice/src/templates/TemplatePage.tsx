import { useParams, useSearchParams } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, PageBody, QueryBoundary, useLive } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useTemplates } from '../api/useTemplates';
import { TemplateEditor } from './TemplateEditor';
import { TemplateReader } from './TemplateReader';

const BACK = { href: pagePaths.templates, label: 'Templates' };

/** One template: to change for those who may, else to read. */
export function TemplatePage() {
  const { templateId } = useParams();
  const [search] = useSearchParams();
  const templates = useTemplates();
  useLive('advice');
  const copiedFrom = search.get('from');
  const wanted = templateId ?? copiedFrom;
  const template = templates.data?.templates.find(({ id }) => id === wanted);
  const title = templateId ? (template?.title ?? 'Template') : 'New template';

  return (
    <PageBody title={title} back={BACK}>
      <QueryBoundary query={templates} what="the template">
        {({ mayEdit, fields }) => {
          const isMissing = templateId ? !template : !mayEdit;
          if (isMissing) {
            return (
              <EmptyState
                title="This template is not here"
                actions={
                  <ButtonLink
                    variant="primary"
                    size="medium"
                    href={pagePaths.templates}
                  >
                    Go to the templates
                  </ButtonLink>
                }
              />
            );
          }
          const mayChange = mayEdit && template?.origin !== 'built-in';
          return templateId && template && !mayChange ? (
            <TemplateReader template={template} mayCopy={mayEdit} />
          ) : (
            <TemplateEditor
              key={wanted ?? 'new'}
              template={template}
              isNew={!templateId}
              fields={fields}
            />
          );
        }}
      </QueryBoundary>
    </PageBody>
  );
}
