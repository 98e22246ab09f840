import { Button } from '@backstage/ui';
import {
  TemplateVersionsResponseSchema,
  type Template,
} from '@imsa-hub/advice-common';
import {
  LongText,
  Moment,
  QueryBoundary,
  Section,
  useHubQuery,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

/** Every version there was; an old text can be taken up again. */
export function TemplateVersions(props: {
  template: Template;
  onUse?(body: string): void;
}) {
  const { template, onUse } = props;
  const versions = useHubQuery({
    key: keys.templateVersions(template.id),
    path: apiPaths.templateVersions(template.id),
    schema: TemplateVersionsResponseSchema,
  });
  return (
    <Section title="Versions">
      <QueryBoundary query={versions} what="the versions">
        {data => (
          <ul className="advice-limits">
            {data.versions.map(old => (
              <li key={old.version}>
                <details>
                  <summary>
                    Version {old.version}, <Moment at={old.changedAt} />
                    {old.changedBy && ` by ${old.changedBy}`}
                  </summary>
                  <div className="hub-stack">
                    <LongText>{old.body}</LongText>
                    {onUse && old.version !== template.version && (
                      <div className="hub-row">
                        <Button
                          variant="secondary"
                          size="medium"
                          onPress={() => onUse(old.body)}
                        >
                          Put this text into the editor
                        </Button>
                      </div>
                    )}
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Section>
  );
}
