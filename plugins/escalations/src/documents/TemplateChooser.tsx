import { ButtonLink } from '@backstage/ui';
import { KNOWLEDGE_AREA_NAMES, NATION_NAMES } from '@imsa-hub/core';
import {
  CaseTemplatesResponseSchema,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Moment, QueryBoundary, Section, useHubQuery } from '@imsa-hub/ui';
import { documentPages, paperKeys, paperPaths } from './paperPaths';

/** The templates for this case: of its nation, those of its areas first. */
export function TemplateChooser(props: { record: EscalationRecord }) {
  const { record } = props;
  const templates = useHubQuery({
    key: paperKeys.templates(record.id),
    path: paperPaths.templates(record.id),
    schema: CaseTemplatesResponseSchema,
  });
  return (
    <QueryBoundary query={templates} what="the templates">
      {data => (
        <ul className="case-templates">
          {data.templates.map(template => (
            <li key={template.id}>
              <Section
                title={template.title}
                lead={template.description}
                actions={
                  <ButtonLink
                    variant="secondary"
                    size="medium"
                    href={documentPages.begin(record.id, template.id)}
                    aria-label={`Fill it in: “${template.title}”`}
                  >
                    Fill it in
                  </ButtonLink>
                }
              >
                <p className="hub-optional">
                  {template.nations.length === 0 ||
                  template.nations.length === 4
                    ? 'All nations'
                    : template.nations
                        .map(nation => NATION_NAMES[nation])
                        .join(', ')}
                  {template.areas.length > 0 &&
                    ` · ${template.areas
                      .map(area => KNOWLEDGE_AREA_NAMES[area])
                      .join(', ')}`}
                  {template.reviewedOn && (
                    <>
                      {' · '}Read against its reports and guidance on{' '}
                      <Moment at={template.reviewedOn} />; the law itself was
                      not read: check it
                    </>
                  )}
                </p>
                {template.sources.length > 0 && (
                  <details>
                    <summary>What it rests on</summary>
                    <ul>
                      {template.sources.map(source => (
                        <li key={source}>{source}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </Section>
            </li>
          ))}
        </ul>
      )}
    </QueryBoundary>
  );
}
