import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { QueryRecord } from '@imsa-hub/advice-common';
import {
  Notice,
  QueryBoundary,
  Select,
  useHubMutation,
  useOnce,
} from '@imsa-hub/ui';
import { z } from 'zod';
import { apiPaths } from '../api/paths';
import { useTemplates } from '../api/useTemplates';
import { templatesFor } from './templatesFor';

const FilledSchema = z.object({
  text: z.string(),
  templateId: z.string(),
  templateVersion: z.number(),
});

/** What a template gives for one query. */
export type FilledTemplate = z.infer<typeof FilledSchema>;

/** Chooses a template and fills it from this query. */
export function TemplateField(props: {
  record: QueryRecord;
  hasText: boolean;
  onFilled(filled: FilledTemplate): void;
}) {
  const { record, hasText, onFilled } = props;
  const [templateId, setTemplateId] = useState('');
  const templates = useTemplates();
  const once = useOnce();
  const fill = useHubMutation({
    path: apiPaths.does(record.id, 'fill-template'),
    schema: FilledSchema,
    body: (id: string) => ({ templateId: id }),
    onSuccess: onFilled,
  });
  return (
    <QueryBoundary query={templates} what="the templates">
      {data => (
        <div className="hub-stack">
          <div className="hub-filters">
            <Select
              name="reply.templateId"
              label="Begin from a template"
              optional
              placeholder="No template"
              choices={templatesFor({ templates: data.templates, record }).map(
                ({ id, title, isFitting }) => ({
                  value: id,
                  label: isFitting
                    ? title
                    : `${title} (another nation or area)`,
                }),
              )}
              value={templateId}
              onChange={setTemplateId}
            />
            <Button
              variant="secondary"
              size="medium"
              isDisabled={!templateId}
              isPending={fill.isPending}
              onPress={() => once(() => fill.mutateAsync(templateId))}
            >
              {hasText ? 'Add it at the end' : 'Fill it in'}
            </Button>
          </div>
          {fill.error && (
            <Notice
              tone="negative"
              title="The template could not be filled in"
              announce
            >
              {fill.error.detail}
            </Notice>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
