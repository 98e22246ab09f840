import { LimitsPreviewResponseSchema } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import {
  LimitsOfEvents,
  useHubQuery,
  wholeEvents,
  type EventDraft,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

/** The limits that follow from what was entered, with their working. */
export function LimitsPreview(props: {
  nation: Nation;
  events: readonly EventDraft[];
  /** When they are worked out again: "when you send the question". */
  again: string;
}) {
  const { nation, again } = props;
  const events = wholeEvents(props.events);
  const body = { nation, events };
  const limits = useHubQuery({
    key: keys.limitsPreview(body),
    path: apiPaths.limitsPreview,
    method: 'POST',
    body,
    schema: LimitsPreviewResponseSchema,
    enabled: events.length > 0,
  });
  if (events.length === 0) return null;
  return <LimitsOfEvents limits={limits} again={again} />;
}
