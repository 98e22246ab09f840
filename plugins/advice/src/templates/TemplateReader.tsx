import { ButtonLink } from '@backstage/ui';
import type { Template } from '@imsa-hub/advice-common';
import { LongText, Notice, Section } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { TemplatePreview } from './TemplatePreview';
import { TemplateVersions } from './TemplateVersions';

/** A template to read, for those who may not change it. */
export function TemplateReader(props: {
  template: Template;
  /** It comes with the Hub, and this person may change a copy of it. */
  mayCopy: boolean;
}) {
  const { template, mayCopy } = props;
  return (
    <div className="hub-split">
      <div className="hub-stack">
        {mayCopy && (
          <Notice
            title="This template comes with the Hub"
            actions={
              <ButtonLink
                variant="secondary"
                size="medium"
                href={`${pagePaths.newTemplate}?from=${template.id}`}
              >
                Make a copy to change
              </ButtonLink>
            }
          >
            It cannot be changed itself, so that an update does not undo your
            work.
          </Notice>
        )}
        <Section title="Text">
          <LongText>{template.body}</LongText>
        </Section>
      </div>
      <div className="hub-stack">
        <TemplatePreview body={template.body} />
        <TemplateVersions template={template} />
      </div>
    </div>
  );
}
