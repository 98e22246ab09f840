import type { BoardRow } from '@imsa-hub/escalations-common';
import { Moment } from '@imsa-hub/ui';
import { TARGET_TONES } from './tones';

const WHEN: Readonly<Record<BoardRow['target']['state'], string>> = {
  'on-time': 'by',
  close: 'soon: by',
  late: 'late, was due',
  none: '',
};

/** What is to be done next in this state, and by when. */
export function TargetText(props: { target: BoardRow['target'] }) {
  const { what, dueAt, state } = props.target;
  if (!what) return null;
  return (
    <span className="case-target" data-tone={TARGET_TONES[state]}>
      {what}
      {dueAt && (
        <>
          {' '}
          {WHEN[state]} <Moment at={dueAt} />
        </>
      )}
    </span>
  );
}
