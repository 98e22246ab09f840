import type { RetentionRow, RetentionStep } from '@imsa-hub/core';
import { Notice } from '../feedback/Notice';
import { Facts } from '../page/Facts';
import { useMe } from '../person/useMe';
import { DeadlineTag } from '../record/DeadlineTag';
import { LongText } from '../record/LongText';
import { Marked } from '../record/Marked';
import { Moment } from '../record/Moment';
import { Timeline } from '../record/Timeline';
import { nameOf } from '../words/nameOf';
import type { KeptKind } from './KeptKind';
import { RETENTION_STEP_WORDS } from './retentionWords';

/** The newest decision of a kind. */
const lastStep = (row: RetentionRow, kind: RetentionStep['step']) =>
  row.steps.findLast(({ step }) => step === kind);

function Why({ reason }: { reason: string | null | undefined }) {
  return reason ? <LongText>{`Why: ${reason}`}</LongText> : null;
}

interface StateProps {
  kind: KeptKind;
  row: RetentionRow;
}

function Asked({ kind, row }: StateProps) {
  const { person } = useMe();
  const asked = row.destructionAsked;
  if (!asked) return null;
  const isMine = asked.by.id === person.id;
  return (
    <Notice tone="warning" title="Waits for a second person">
      <p>
        {isMine ? 'You' : nameOf(asked.by)} asked on <Moment at={asked.at} />{' '}
        that its content is destroyed before its time.{' '}
        {isMine
          ? `Somebody else who keeps ${kind.nouns} has to confirm it.`
          : `You can confirm it, or put the ${kind.noun} on hold.`}
      </p>
      <Why reason={lastStep(row, 'asked')?.reason} />
    </Notice>
  );
}

function Held({ row }: { row: RetentionRow }) {
  const step = lastStep(row, 'held');
  if (!row.held || !step) return null;
  return (
    <Notice tone="neutral" title="On hold">
      <p>
        {step.by && `${nameOf(step.by)}, `}
        <Moment at={step.at} />
      </p>
      <Why reason={step.reason} />
    </Notice>
  );
}

/** How long a record is kept, and what was decided about that so far. */
export function RetentionState({ kind, row }: StateProps) {
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
      <Asked kind={kind} row={row} />
      <Held row={row} />
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
              body: step.reason && (
                <>
                  <LongText>{step.reason}</LongText>
                  <Marked marks={step.marked} />
                </>
              ),
            }))}
          />
        </details>
      )}
    </>
  );
}
