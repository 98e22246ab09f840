import { useEffect, useState } from 'react';
import { TemplatePreviewResponseSchema } from '@imsa-hub/advice-common';
import {
  LongText,
  Notice,
  QueryBoundary,
  Section,
  useHubQuery,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

const PAUSE_MS = 600;

/** The template filled from an example, as the backend would fill it. */
export function TemplatePreview(props: { body: string }) {
  const [body, setBody] = useState(props.body);
  useEffect(() => {
    const timer = setTimeout(() => setBody(props.body), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [props.body]);
  const isEmpty = body.trim() === '';
  const preview = useHubQuery({
    key: keys.templatePreview(body),
    path: apiPaths.templatePreview,
    method: 'POST',
    body: { body, queryId: null },
    schema: TemplatePreviewResponseSchema,
    enabled: !isEmpty,
  });
  return (
    <Section title="How it will look" lead="Filled in from an example.">
      {isEmpty ? (
        <p className="hub-optional">Write something to see it here.</p>
      ) : (
        <QueryBoundary query={preview} what="the preview">
          {({ text, problem }) =>
            problem ? (
              <Notice
                tone="warning"
                title="This cannot be filled in yet"
                announce
              >
                {problem}
              </Notice>
            ) : (
              <LongText>{text ?? ''}</LongText>
            )
          }
        </QueryBoundary>
      )}
    </Section>
  );
}
