import { Button } from '@backstage/ui';
import type { QueryAction, QueryRecord } from '@imsa-hub/advice-common';
import { EventList, LimitList, Section } from '@imsa-hub/ui';

/** Legal limits and what they are counted from, which can be put right here. */
export function LimitsSection(props: {
  record: QueryRecord;
  onChoose(action: QueryAction, item?: string): void;
}) {
  const { record, onChoose } = props;
  const { limits, events = [], allowedActions } = record;
  const mayAdd = allowedActions.includes('add-event');
  const mayCorrect = allowedActions.includes('correct-event');
  if (limits.length === 0 && events.length === 0 && !mayAdd) return null;
  return (
    <Section
      title="Legal limits"
      lead="A reminder, not legal advice. Check each before you rely on it."
      actions={
        mayAdd && (
          <span data-action="add-event">
            <Button
              variant="secondary"
              size="medium"
              onPress={() => onChoose('add-event')}
            >
              Add an event
            </Button>
          </span>
        )
      }
    >
      {limits.length === 0 ? (
        <p className="hub-optional">
          No event is recorded from which a limit follows.
        </p>
      ) : (
        <LimitList limits={limits} />
      )}
      <EventList
        events={events}
        action={({ id, title }) =>
          mayCorrect && (
            <span data-action="correct-event">
              <Button
                variant="tertiary"
                size="medium"
                aria-label={`Correct it: ${title}`}
                onPress={() => onChoose('correct-event', id)}
              >
                Correct it
              </Button>
            </span>
          )
        }
      />
    </Section>
  );
}
