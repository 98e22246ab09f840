import { LimitsPreviewResponseSchema } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import { limitsInWords, Notice, useHubQuery } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { LimitList } from '../record/LimitList';
import { isWholeEvent } from './askBody';
import type { EventDraft } from './askDraft';

/** The limits that follow from what was entered, with their working. */
export function LimitsPreview(props: {
  nation: Nation;
  events: readonly EventDraft[];
}) {
  const { nation } = props;
  const events = props.events
    .filter(isWholeEvent)
    .map(({ ruleId, date }) => ({ ruleId, date }));
  const body = { nation, events };
  const preview = useHubQuery({
    key: keys.limitsPreview(body),
    path: apiPaths.limitsPreview,
    method: 'POST',
    body,
    schema: LimitsPreviewResponseSchema,
    enabled: events.length > 0,
  });
  if (events.length === 0) return null;
  return (
    <div className="hub-stack">
      <p role="status" className="hub-visually-hidden">
        {preview.data && limitsInWords(preview.data.limits)}
      </p>
      {preview.error && (
        <Notice
          tone="warning"
          title="The limits could not be worked out"
          announce
        >
          {preview.error.detail} They are worked out again when you send the
          question.
        </Notice>
      )}
      {preview.data && (
        <>
          <h3 className="advice-subtitle">Limits that follow</h3>
          <LimitList limits={preview.data.limits} />
          <p className="hub-optional">
            A reminder, not legal advice. Check each before you rely on it.
          </p>
        </>
      )}
    </div>
  );
}
