import type { RetentionRow } from '@imsa-hub/escalations-common';
import {
  DeadlineTag,
  Facts,
  LongText,
  Moment,
  nameOf,
  Notice,
  Timeline,
  useMe,
} from '@imsa-hub/ui';
import { RETENTION_STEP_WORDS } from './retentionWords';

function Asked({ row }: { row: RetentionRow }) {
  const { person } = useMe();
  const asked = row.destructionAsked;
  if (!asked) return null;
  const isMine = asked.by.id === person.id;
  return (
    <Notice tone="warning" title="Waits for a second person">
      {isMine ? 'You' : nameOf(asked.by)} asked on <Moment at={asked.at} /> that
      its content is destroyed before its time.{' '}
      {isMine
        ? 'Somebody else who keeps cases has to confirm it.'
        : 'You can confirm it, or put the case on hold.'}
    </Notice>
  );
}

/** How long a closed case is kept, and what was decided about that so far. */
export function RetentionState({ row }: { row: RetentionRow }) {
  const { closedAt, retainUntil, willBeDestroyedOn, destroyedOn } = row;
  const lines = [
    closedAt && { label: 'Closed', value: <Moment at={closedAt} /> },
    retainUntil && {
      label: 'Kept until',
      value: row.held ? (
        <>
          <Moment at={retainUntil} />, and on until the hold ends
        </>
      ) : (
        <Moment at={retainUntil} />
      ),
    },
    destroyedOn && { label: 'Destroyed', value: <Moment at={destroyedOn} /> },
  ].filter(line => !!line);
  return (
    <>
      <Facts items={lines} />
      {willBeDestroyedOn && !destroyedOn && (
        <DeadlineTag
          date={willBeDestroyedOn}
          title="In review; destroyed unless it is put on hold"
        />
      )}
      <Asked row={row} />
      {row.steps.length > 0 && (
        <details>
          <summary>
            {row.steps.length === 1
              ? '1 decision so far'
              : `${row.steps.length} decisions so far`}
          </summary>
          <Timeline
            label="What was decided"
            entries={row.steps.toReversed().map((step, index) => ({
              id: `${step.at} ${index}`,
              at: step.at,
              who: step.by ? nameOf(step.by) : 'The end of its retention',
              what: RETENTION_STEP_WORDS[step.step],
              body: step.reason && <LongText>{step.reason}</LongText>,
            }))}
          />
        </details>
      )}
    </>
  );
}
