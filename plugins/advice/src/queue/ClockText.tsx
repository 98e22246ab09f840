import type { Clock } from '@imsa-hub/advice-common';
import { Moment } from '@imsa-hub/ui';
import { clockView } from '../words/clockView';

/** A clock in words: what is due, by when, or why it stands still. */
export function ClockText(props: { clock: Clock }) {
  const { tone, text, at } = clockView(props.clock);
  return (
    <span className="advice-clock" data-tone={tone}>
      {text}
      {at && (
        <>
          {' '}
          <Moment at={at} />
        </>
      )}
    </span>
  );
}
