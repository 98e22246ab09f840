import { Button } from '@backstage/ui';
import { EventChoicesResponseSchema } from '@imsa-hub/advice-common';
import { Notice, QueryBoundary, Section, useHubQuery } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import type { AskFieldsProps } from './AskFieldsProps';
import { emptyEvent, type EventDraft } from './askDraft';
import { EventLine } from './EventLine';
import { eventChoicesFor } from './eventChoicesFor';
import { LimitsPreview } from './LimitsPreview';

const MOST_EVENTS = 20;

/** What happened and when: the legal limits follow from it, at once. */
export function EventFields({ draft, change }: AskFieldsProps) {
  const choices = useHubQuery({
    key: keys.events,
    path: apiPaths.events,
    schema: EventChoicesResponseSchema,
  });
  const changeOne = (key: string, part: Partial<EventDraft>) =>
    change({
      events: draft.events.map(event =>
        event.key === key ? { ...event, ...part } : event,
      ),
    });
  const { nation } = draft;
  return (
    <Section
      title="Dates that matter"
      lead="A decision, a notice, a hearing: legal limits are counted from them."
    >
      {!nation && (
        <Notice title="Choose the nation first">
          What counts differs between the nations.
        </Notice>
      )}
      {nation && (
        <QueryBoundary query={choices} what="what can happen">
          {({ events }) => (
            <>
              {draft.events.map((event, index) => (
                <EventLine
                  key={event.key}
                  event={event}
                  index={index}
                  choices={eventChoicesFor({ events, nation })}
                  onChange={part => changeOne(event.key, part)}
                  onRemove={() =>
                    change({
                      events: draft.events.filter(
                        ({ key }) => key !== event.key,
                      ),
                    })
                  }
                />
              ))}
              {draft.events.length < MOST_EVENTS && (
                <div className="hub-row">
                  <Button
                    variant="secondary"
                    size="medium"
                    onPress={() =>
                      change({ events: [...draft.events, emptyEvent()] })
                    }
                  >
                    {draft.events.length === 0
                      ? 'Add a date'
                      : 'Add another date'}
                  </Button>
                </div>
              )}
              <LimitsPreview nation={nation} events={draft.events} />
            </>
          )}
        </QueryBoundary>
      )}
    </Section>
  );
}
