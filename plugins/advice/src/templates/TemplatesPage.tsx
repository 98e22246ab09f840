import { ButtonLink } from '@backstage/ui';
import { EmptyState, PageBody, QueryBoundary, useLive } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useTemplates } from '../api/useTemplates';
import { TemplateTable } from './TemplateTable';

/** The templates that replies begin from. */
export function TemplatesPage() {
  const templates = useTemplates();
  useLive('advice');
  const mayEdit = templates.data?.mayEdit ?? false;
  const add = (
    <ButtonLink variant="primary" size="medium" href={pagePaths.newTemplate}>
      New template
    </ButtonLink>
  );
  return (
    <PageBody
      title="Templates"
      lead="Replies begin from these. Each is filled from the query and then made to fit."
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      actions={mayEdit && add}
    >
      <QueryBoundary query={templates} what="the templates">
        {data =>
          data.templates.length === 0 ? (
            <EmptyState
              title="There are no templates yet"
              actions={mayEdit && add}
            >
              {mayEdit
                ? 'Write the first one from a reply that was good.'
                : 'The coordinator can write some.'}
            </EmptyState>
          ) : (
            <TemplateTable templates={data.templates} />
          )
        }
      </QueryBoundary>
    </PageBody>
  );
}
