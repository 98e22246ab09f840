import { Button } from '@backstage/ui';
import { Notice, QueryBoundary, Section } from '@imsa-hub/ui';
import { useEventChoices } from '../api/useEventChoices';
import type { AskFieldsProps } from './AskFieldsProps';
import { emptyLine, type EventLineDraft } from './askDraft';
import { EventLine } from './EventLine';
import { LimitsPreview } from './LimitsPreview';

const MOST_EVENTS = 20;

/** What happened and when: the legal limits follow from it, at once. */
export function EventLines({ draft, change }: AskFieldsProps) {
  const choices = useEventChoices();
  const changeOne = (key: string, part: Partial<EventLineDraft>) =>
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
                  events={events}
                  nation={nation}
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
                      change({ events: [...draft.events, emptyLine()] })
                    }
                  >
                    {draft.events.length === 0
                      ? 'Add a date'
                      : 'Add another date'}
                  </Button>
                </div>
              )}
              <LimitsPreview
                nation={nation}
                events={draft.events}
                again="when you send the question"
              />
            </>
          )}
        </QueryBoundary>
      )}
    </Section>
  );
}
