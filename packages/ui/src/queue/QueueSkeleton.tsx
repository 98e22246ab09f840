import { LoadingState } from '../feedback/LoadingState';

const ROWS = 8;

/** A queue that is on its way. */
export function QueueSkeleton(props: { label: string }) {
  return (
    <div className="hub-queue hub-queue-skeleton">
      <LoadingState what={props.label} lines={ROWS} />
    </div>
  );
}
